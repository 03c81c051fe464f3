#include "koyomi-incident-parties.h"

#include "koyomi-text.h"

void
koyomi_incident_party_free (KoyomiIncidentParty *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->party);
  g_free (self->name);
  g_free (self);
}

/* “Haruka Kuran (Help desk)”, “Help desk”, or as it was typed. */
static char *
make_name (KoyomiRecord *party,
           KoyomiRecord *person,
           KoyomiRecord *team)
{
  if (person != NULL && team != NULL)
    return g_strdup_printf ("%s (%s)", koyomi_record_get_title (person), koyomi_record_get_title (team));

  if (team != NULL)
    return g_strdup (koyomi_record_get_title (team));

  return g_strdup (koyomi_record_get_title (party));
}

static KoyomiIncidentParty *
read_party (KoyomiRecord *record,
            GHashTable   *people,
            GHashTable   *teams)
{
  KoyomiIncidentParty *self = g_new0 (KoyomiIncidentParty, 1);
  gint64 person_id = koyomi_record_get_int (record, KOYOMI_INCIDENT_PARTY_PERSON);
  KoyomiRecord *person = g_hash_table_lookup (people, &person_id);
  KoyomiRecord *team;

  self->party = g_object_ref (record);
  self->team = person != NULL ? koyomi_record_get_int (person, KOYOMI_PERSON_TEAM)
                              : koyomi_record_get_int (record, KOYOMI_INCIDENT_PARTY_TEAM);
  team = g_hash_table_lookup (teams, &self->team);
  self->name = make_name (record, person, team);
  self->is_outsourced = team != NULL && koyomi_record_get_int (team, KOYOMI_TEAM_KIND) == KOYOMI_TEAM_KIND_OUTSOURCED;

  return self;
}

/* Returns: (transfer full) (element-type KoyomiIncidentParty): in the order in which they were added */
GPtrArray *
koyomi_session_load_incident_parties (KoyomiSession   *session,
                                      gint64           incident,
                                      KoyomiLanguage   language,
                                      GError         **error)
{
  g_autoptr(GPtrArray) parties = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_incident_party_free);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GHashTable) people = NULL;
  g_autoptr(GHashTable) teams = NULL;

  if ((people = koyomi_session_index (session, KOYOMI_TABLE_PERSON, language, error)) == NULL ||
      (teams = koyomi_session_index (session, KOYOMI_TABLE_TEAM, language, error)) == NULL ||
      (records = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_PARTY, KOYOMI_INCIDENT_PARTY_INCIDENT, incident, language,
                                      error)) == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (parties, read_party (g_ptr_array_index (records, i), people, teams));

  return g_steal_pointer (&parties);
}

static gboolean
check_party (KoyomiRecord  *party,
             GError       **error)
{
  if (koyomi_record_get_int (party, KOYOMI_INCIDENT_PARTY_TEAM) != 0 || koyomi_record_get_int (party, KOYOMI_INCIDENT_PARTY_PERSON) != 0 ||
      !koyomi_text_is_blank (koyomi_record_get_text (party, KOYOMI_INCIDENT_PARTY_NAME)))
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a participant is a team, a person, or has a name");

  return FALSE;
}

/* Returns: its key, or 0 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT when it is nobody */
gint64
koyomi_incident_party_add (KoyomiSession   *session,
                           KoyomiRecord    *party,
                           KoyomiLanguage   language,
                           GError         **error)
{
  return check_party (party, error) ? koyomi_session_add (session, party, language, error) : 0;
}

gboolean
koyomi_incident_party_save (KoyomiSession   *session,
                            KoyomiRecord    *party,
                            KoyomiLanguage   language,
                            GError         **error)
{
  return check_party (party, error) && koyomi_session_save (session, party, language, error);
}
