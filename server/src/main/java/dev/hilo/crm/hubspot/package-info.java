/** HubSpot's CRM API v3, with associations v4: https://developers.hubspot.com/docs/api-reference. */
package dev.hilo.crm.hubspot;
