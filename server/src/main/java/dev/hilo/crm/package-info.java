/** People, companies and conversations written to a CRM. A CRM is a {@link dev.hilo.crm.Crm} in a package of its own. */
package dev.hilo.crm;
