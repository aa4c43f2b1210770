export {loadDocuments, type LoadFinding, type LoadOperation, type LoadReport} from './load-documents.ts'
