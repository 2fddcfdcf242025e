// A domain of one's own behind Front Door, other sites that embed the form, and a setting that differs from the app's default.
using '../../../infra/main.bicep'
extends '../../../infra/main.bicepparam'

param site = {
  baseUrl: 'https://praxisaustausch.example.de'
  operator: {
    name: 'Agentur'
    postalAddress: 'Musterstraße 1|99084 Erfurt'
    email: 'praxisaustausch@thaff.example'
    phone: '0361 0000000'
  }
  fundingNotice: 'Kofinanziert von der Europäischen Union'
  staffEmails: 'redaktion@thaff.example'
  allowedOrigins: 'https://www.agentur.example'
  frameAncestors: 'https://www.agentur.example;https://kammer.example'
  frontDoorId: '00000000-0000-0000-0000-00000000000f'
}

param settings = {
  Campaigns__Hour: '8'
}
