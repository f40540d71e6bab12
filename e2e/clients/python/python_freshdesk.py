"""PyPI python-freshdesk 1.3.9 (sjkingo). HTTPS alone; the host must contain freshdesk.com (see pyhook)."""
import contextlib
import io

from freshdesk.v2.api import API
from freshdesk.v2.errors import FreshdeskBadRequest, FreshdeskError, FreshdeskNotFound, FreshdeskUnauthorized
from story import ENV, RUN, eventually, expect, ok, story, tmpfile

a = API(ENV["HOST"], ENV["KEY"])
N = ENV["NCONV"]
CUSTOMER = "py-%s@customer.test" % RUN


def quiet(call):
    """The client prints what it deletes."""
    with contextlib.redirect_stdout(io.StringIO()):
        return call()


def me(c):
    c["a"] = a.agents.currently_authenticated_agent()
    ok(c["a"].contact["name"], "agent.contact.name")
    ok(c["a"].created_at.tzinfo, "created_at with zone")


def create(c):
    c["t"] = t = a.tickets.create_ticket("py story", email=CUSTOMER, description="<p>d</p>", tags=["x", "y"], custom_fields={})
    ok(t.id and t.status == "open" and t.priority == "low", "enum values 2/1")
    ok(t.source in ("portal", "email"), "source 2 or 1")


def attach(c):
    t = a.tickets.create_ticket("py multipart", email=CUSTOMER, description="d", tags=["x", "y"], attachments=(tmpfile(),))
    ok(len(t.attachments) == 1 and t.attachments[0]["name"].endswith(".txt"), "one attachment")
    ok(sorted(t.tags) == ["x", "y"], "tags from tags[] parts")
    ok(t._status == 2, "numeric status from a text part")


def get_with_includes(c):
    t = a.tickets.get_ticket(c["t"].id, "stats", "conversations", "requester", "company")
    ok(isinstance(t.conversations, list) and isinstance(t.stats, dict), "embedded stats and conversations")
    ok(t.requester["email"] == CUSTOMER, "embedded requester")


def list_all(c):
    tickets = a.tickets.list_tickets(filter_name=None, updated_since="2015-01-01T00:00:00Z")
    ok(any(x.id == c["t"].id for x in tickets), "the ticket (a parameter that comes twice must be accepted)")
    return len(tickets)


def list_page(c):
    ok(len(a.tickets.list_tickets(filter_name=None, page=1, per_page=1)) == 1, "1 (page and per_page come twice)")


def named_lists(c):
    ok(any(x.id == c["t"].id for x in a.tickets.list_new_and_my_open_tickets()), "the ticket, new and open")
    ok(isinstance(a.tickets.list_watched_tickets(), list), "the watched ones")


def note(c):
    c["n"] = n = a.comments.create_note(c["t"].id, "secret", private=True)
    ok(n.private is True and str(n) == "secret", "a private note")


def reply(c):
    r = a.comments.create_reply(c["t"].id, "<p>hi</p>", cc_emails=["cc@acme.test"])
    ok(r.body_text.strip() == "hi" and r.updated_at, "body_text and updated_at in the reply answer")


def many_notes(c):
    for i in range(N):
        a.comments.create_note(c["t"].id, "n%d" % i)


def conversations(c):
    entries = a.comments.list_comments(c["t"].id)
    ok(len(entries) == N + 2, "%d, got %d" % (N + 2, len(entries)))
    ok(entries[0].created_at <= entries[-1].created_at, "oldest first")
    ok(entries[0].source == "note" and entries[1].source == "reply", "sources 2 and 0")
    c["all"] = [x.id for x in entries]


def conversations_by_pages(c):
    seen = []
    page = 1
    while page < 100:
        entries = a.comments.list_comments(c["t"].id, page=page, per_page=10)
        seen += [x.id for x in entries]
        if len(entries) < 10:
            break
        page += 1
    ok(seen == c["all"], "the same ids in the same order")
    return "%d pages" % page


def edit(c):
    ok(a._put("conversations/%d" % c["n"].id, data='{"body":"edited"}')["body_text"] == "edited", "edited")


def delete_note(c):
    quiet(lambda: a._delete("conversations/%d" % c["n"].id))


def forward(c):
    ok(a._post("tickets/%d/forward" % c["t"].id, data='{"body":"fw","to_emails":["third@party.test"]}')["id"], "id")


def search(c):
    eventually(
        lambda: a.tickets.filter_tickets("status:2 AND tag:'x'"),
        lambda tickets: any(t.id == c["t"].id for t in tickets),
        "the ticket among the results",
    )


def outbound(c):
    config = a._get("email_configs")[0]["id"]
    t = a.tickets.create_outbound_email("outbound", "hello", CUSTOMER, config)
    ok(t.status == "closed", "a closed ticket")


def update(c):
    ok(a.tickets.update_ticket(c["t"].id, status=4).status == "resolved", "resolved")


def contact_of_ticket(c):
    ok(a.contacts.get_contact(c["t"].requester_id).email == CUSTOMER, "the requester")


def company(c):
    c["company"] = made = a.companies.create_company(name="Py %s" % RUN, domains=["py-%s.test" % RUN])
    ok(a.companies.get_company(made.id).name == made.name, "it by its id")
    ok(a.companies.update_company(made.id, description="d").description == "d", "its new description")
    ok(any(x.id == made.id for x in a.companies.list_companies()), "it in the list")
    eventually(lambda: a.companies.filter_companies("domain:'py-%s.test'" % RUN), lambda found: len(found) == 1, "one hit")


def contact(c):
    c["contact"] = made = a.contacts.create_contact(name="Py Person", email="person@py-%s.test" % RUN, company_id=c["company"].id)
    ok(made.company_id == c["company"].id, "its company")
    ok(a.contacts.update_contact(made.id, job_title="Tester").job_title == "Tester", "its new title")
    ok([x.id for x in a.contacts.list_contacts(email=made.email)] == [made.id], "it by its address")
    ok([x.id for x in a.contacts.list_contacts(_updated_since="2015-01-01T00:00:00Z", company_id=c["company"].id)] == [made.id], "it by its company")
    eventually(lambda: a.contacts.filter_contacts("email:'%s'" % made.email), lambda found: len(found) == 1, "one hit")


def agent(c):
    made = a.contacts.make_agent(c["contact"].id)
    ok(made.ticket_scope == 2 and made.occasional is False, "what the client asks for")
    ok(a.agents.update_agent(made.id, ticket_scope=1).ticket_scope == 1, "its new scope")
    ok(any(x.id == made.id for x in a.agents.list_agents()), "it in the list")
    quiet(lambda: a.agents.delete_agent(made.id))


def contact_trash(c):
    quiet(lambda: a.contacts.soft_delete_contact(c["contact"].id))
    ok(any(x.id == c["contact"].id for x in a.contacts.list_contacts(state="deleted")), "it in the trash")
    a.contacts.restore_contact(c["contact"].id)
    quiet(lambda: a.contacts.permanently_delete_contact(c["contact"].id, force=True))
    expect(FreshdeskNotFound, lambda: a.contacts.get_contact(c["contact"].id))
    quiet(lambda: a.companies.delete_company(c["company"].id))


def lists(c):
    groups = a.groups.list_groups()
    roles = a.roles.list_roles()
    fields = a.ticket_fields.list_ticket_fields()
    ok(a.roles.get_role(roles[0].id).name == roles[0].name, "a role by its id")
    ok(all(a.groups.get_group(g.id).name == g.name for g in groups[:1]), "a group by its id")
    ok([f.name for f in a.ticket_fields.list_ticket_fields(type="default_priority")] == ["priority"], "the priority field")
    return "%d groups %d roles %d fields" % (len(groups), len(roles), len(fields))


def time_entries(c):
    made = a._post("tickets/%d/time_entries" % c["t"].id, data='{"time_spent":"00:10","note":"py"}')
    ok([str(x) for x in a.time_entries.list_time_entries(c["t"].id)] == ["py (00:10)"], "the one of the ticket")
    ok(any(x.id == made["id"] for x in a.time_entries.list_time_entries(agent_id=c["a"].id)), "it among the agent's")


def solutions(c):
    s = a.solutions
    category = s.categories.create_category(name="Py %s" % RUN, description="d")
    ok(s.categories.update_category(category.id, description="e").description == "e", "its new description")
    ok(any(x.id == category.id for x in s.categories.list_categories()), "it in the list")
    folder = s.folders.create_folder(category.id, name="Py %s" % RUN, visibility=1)
    ok([x.id for x in s.folders.list_from_category(category.id)] == [folder.id], "the folder of the category")
    ok(s.folders.update_folder(folder.id, description="f").description == "f", "the folder's new description")
    article = s.articles.create_article(folder.id, title="Py %s" % RUN, description="<p>d</p>", type=1, status=2)
    ok(article.status == "published", "a published article")
    ok([x.id for x in s.articles.list_from_folder(folder.id)] == [article.id], "the article of the folder")
    ok(s.articles.update_article(article.id, status=1).status == "draft", "a draft")
    eventually(lambda: s.articles.search("Py %s" % RUN), lambda found: any(x.id == article.id for x in found), "a hit")
    quiet(lambda: s.articles.delete_article(article.id))
    quiet(lambda: s.folders.delete_folder(folder.id))
    quiet(lambda: s.categories.delete_category(category.id))
    expect(FreshdeskNotFound, lambda: s.categories.get_category(category.id))


def e404(c):
    expect(FreshdeskNotFound, lambda: a.tickets.get_ticket(987654321))


def e400(c):
    message = expect(FreshdeskBadRequest, lambda: a.tickets.create_ticket("no requester", description="d"))
    ok("Validation failed" in message, "description 'Validation failed'")
    return message


def e401(c):
    wrong = API(ENV["HOST"], "bad")
    return expect(FreshdeskUnauthorized, lambda: wrong.agents.currently_authenticated_agent())


def delete_ticket(c):
    quiet(lambda: a.tickets.delete_ticket(c["t"].id))
    ok(any(x.id == c["t"].id for x in a.tickets.list_deleted_tickets()), "it in the trash")
    expect(FreshdeskError, lambda: a.tickets.update_ticket(c["t"].id, status=2))


story("python-freshdesk", [
    ("agents/me", me),
    ("create ticket", create),
    ("create with attachment (multipart)", attach),
    ("get ticket include=", get_with_includes),
    ("list all tickets", list_all),
    ("list page/per_page", list_page),
    ("named lists", named_lists),
    ("private note", note),
    ("reply", reply),
    ("many notes", many_notes),
    ("all conversations", conversations),
    ("conversations by pages of 10", conversations_by_pages),
    ("edit note (raw _put)", edit),
    ("delete note (raw _delete)", delete_note),
    ("forward (raw _post)", forward),
    ("search", search),
    ("outbound e-mail", outbound),
    ("requester", contact_of_ticket),
    ("companies", company),
    ("contacts", contact),
    ("agents", agent),
    ("contact trash", contact_trash),
    ("groups, roles, ticket fields", lists),
    ("time entries", time_entries),
    ("solutions", solutions),
    ("update", update),
    ("404", e404),
    ("400 shape", e400),
    ("401", e401),
    ("delete ticket", delete_ticket),
])
