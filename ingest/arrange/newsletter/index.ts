export {findNewsletterBoxes} from './find-newsletter-boxes.ts'
