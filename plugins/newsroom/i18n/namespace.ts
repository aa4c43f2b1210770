/** Of all the plugin's texts. */
export const newsroomNamespace = 'newsroom'
