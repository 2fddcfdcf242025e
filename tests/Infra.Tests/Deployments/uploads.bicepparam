// No demonstration, and staff hand in files on pages of the app.
using '../../../infra/main.bicep'
extends '../../../infra/main.bicepparam'

param demonstration = false

param staffUploads = true
