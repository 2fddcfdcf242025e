// Mails go through SendGrid's own region instead of the European one.
using '../../../infra/main.bicep'
extends '../../../infra/main.bicepparam'

param mail = {
  fromEmail: 'praxisaustausch@thaff.example'
  fromName: 'ThAFF Praxisaustausch'
  inEurope: false
}
