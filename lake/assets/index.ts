export {openAssetFolder, type AssetFolder} from './asset-folder.ts'
export {storeAsset, storeFileAsset, readFileAsset, type AssetDetails, type AssetPlace} from './store-asset.ts'
