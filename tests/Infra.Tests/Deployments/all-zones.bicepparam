// The app too survives the loss of a zone; and the data account had an Event Grid topic before.
using '../../../infra/main.bicep'
extends '../../../infra/main.bicepparam'

param zones = 'all'

param existingTopic = 'stdata-events'
