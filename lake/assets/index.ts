export {openAssetFolder, type AssetFolder} from './asset-folder.ts'
export {storeAsset, storeFileAsset, type AssetDetails, type AssetPlace} from './store-asset.ts'
