// What the app's code names in functions/App/Shared/Storage (Tables.cs, Queues.cs, Containers.cs); a test holds the two together. Never rename: data lies there.

@export()
@description('Every table of the product.')
var tables = [
  'sessions'
  'registrations'
  'limits'
  'subscribers'
  'campaigns'
  'deliveries'
  'mailevents'
  'documents'
  'audit'
]

@export()
@description('Every queue of the product. Each has a poison queue beside it, named by the Functions host.')
var queues = [
  'programme-events'
  'notes-events'
  'kontakte-events'
  'session-changes'
  'publications'
  'first-publications'
  'year-volumes'
  'good-practice'
  'deliveries'
  'delivery-batches'
  'campaign-expansions'
  'newsletter-requests'
  'applications'
]

@export()
@description('Every blob container of the product; none is public.')
var containers = [
  'programme'
  'notes'
  'kontakte'
  'documentation'
  'entwurf'
  'failed'
]

@export()
@description('The containers staff put files into, and the queue that hears of each change.')
var watched = [
  { container: 'programme', queue: 'programme-events' }
  { container: 'notes', queue: 'notes-events' }
  { container: 'kontakte', queue: 'kontakte-events' }
]

@export()
@description('Lists of contacts: the app deletes each file once it was read.')
var emptiedContainer = 'kontakte'

@export()
@description('Where Event Grid leaves events it could not put into a queue for a day. The app does not read it; an alert tells the operators.')
var deadLetterContainer = 'dead-letter'

@export()
@description('Where the app keeps backups of its tables, in an account of their own.')
var backupContainer = 'backup'

@export()
@description('Where the platform keeps the app\'s packages, in the host\'s own account.')
var packageContainer = 'packages'
