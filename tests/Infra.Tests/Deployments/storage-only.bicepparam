// No demonstration, and staff put files into storage alone.
using '../../../infra/main.bicep'
extends '../../../infra/main.bicepparam'

param demonstration = false

param staffUploads = false
