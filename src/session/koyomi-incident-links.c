#include "koyomi-incident-links.h"

#include "koyomi-catalogue-functions-private.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"

/* The tables that a link can lead to, with its field. Findings know their incident themselves. */
static const struct
{
  KoyomiTableId table;
  int           field;
} targets[] = {
  { KOYOMI_TABLE_FUNCTION, KOYOMI_INCIDENT_LINK_FUNCTION },
  { KOYOMI_TABLE_ACTIVITY, KOYOMI_INCIDENT_LINK_ACTIVITY },
  { KOYOMI_TABLE_RISK, KOYOMI_INCIDENT_LINK_RISK },
  { KOYOMI_TABLE_CONTROL, KOYOMI_INCIDENT_LINK_CONTROL },
};

void
koyomi_incident_link_free (KoyomiIncidentLink *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self);
}

static int
get_field (KoyomiTableId table)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (targets[i].table == table)
      return targets[i].field;

  return 0;
}

/* A row with what it is known by: “A.5.24 Incident management”, “R-03 Ransomware”. */
static char *
name_row (KoyomiRecord *row)
{
  const char *code = "";

  switch (koyomi_record_get_table_id (row))
    {
    case KOYOMI_TABLE_FUNCTION:
      return _koyomi_function_name (row);
    case KOYOMI_TABLE_RISK:
      code = koyomi_record_get_text (row, KOYOMI_RISK_NUMBER);
      break;
    case KOYOMI_TABLE_CONTROL:
      code = koyomi_record_get_text (row, KOYOMI_CONTROL_CODE);
      break;
    case KOYOMI_TABLE_FINDING:
      code = koyomi_record_get_text (row, KOYOMI_FINDING_NUMBER);
      break;
    default:
      break;
    }

  return g_strdup_printf ("%s%s%s", code, *code != '\0' ? " " : "", koyomi_record_get_title (row));
}

static void
take_row (GPtrArray    *links,
          KoyomiRecord *row)
{
  KoyomiIncidentLink *link = g_new0 (KoyomiIncidentLink, 1);

  link->table = koyomi_record_get_table_id (row);
  link->row = koyomi_record_get_id (row);
  link->title = name_row (row);
  g_ptr_array_add (links, link);
}

static gboolean
add_links (GPtrArray       *links,
           KoyomiSession   *session,
           GPtrArray       *records,
           guint            target,
           KoyomiLanguage   language,
           GError         **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = koyomi_record_get_int (g_ptr_array_index (records, i), targets[target].field);
      g_autoptr(KoyomiRecord) row = NULL;

      if (id == 0)
        continue;

      if ((row = koyomi_session_get (session, targets[target].table, id, language, error)) == NULL)
        return FALSE;

      take_row (links, row);
    }

  return TRUE;
}

/* Returns: (transfer full) (element-type KoyomiIncidentLink): what the incident concerns, by kind */
GPtrArray *
koyomi_session_load_incident_links (KoyomiSession   *session,
                                    gint64           incident,
                                    KoyomiLanguage   language,
                                    GError         **error)
{
  g_autoptr(GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_incident_link_free);
  g_autoptr(GPtrArray) records = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_LINK, KOYOMI_INCIDENT_LINK_INCIDENT, incident,
                                                      language, error);
  g_autoptr(GPtrArray) findings = NULL;

  for (guint i = 0; records != NULL && i < G_N_ELEMENTS (targets); i++)
    if (!add_links (links, session, records, i, language, error))
      return NULL;

  if (records == NULL ||
      (findings = koyomi_session_list (session, KOYOMI_TABLE_FINDING, KOYOMI_FINDING_INCIDENT, incident, language, error)) == NULL)
    return NULL;

  for (guint i = 0; i < findings->len; i++)
    take_row (links, g_ptr_array_index (findings, i));

  return g_steal_pointer (&links);
}

/* @link: (out): the row that leads from the incident there; 0 when none does */
static gboolean
find_link (KoyomiSession  *session,
           gint64          incident,
           int             field,
           gint64          row,
           gint64         *link,
           GError        **error)
{
  g_autoptr(GPtrArray) links = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_LINK, KOYOMI_INCIDENT_LINK_INCIDENT, incident,
                                                    koyomi_session_get_own_language (session), error);

  *link = 0;
  for (guint i = 0; links != NULL && i < links->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (links, i), field) == row)
      *link = koyomi_record_get_id (g_ptr_array_index (links, i));

  return links != NULL;
}

/* A finding is of one incident at most. */
static gboolean
set_finding (KoyomiSession  *session,
             KoyomiEdit     *edit,
             gint64          row,
             gint64          from,
             gint64          to,
             GError        **error)
{
  g_autoptr(KoyomiRecord) finding = koyomi_session_get (session, KOYOMI_TABLE_FINDING, row, koyomi_session_get_own_language (session),
                                                        error);
  gint64 incident;

  if (finding == NULL)
    return FALSE;

  incident = koyomi_record_get_int (finding, KOYOMI_FINDING_INCIDENT);
  if (incident != from && incident != to)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "the finding came from another incident");
      return FALSE;
    }

  koyomi_record_set_int (finding, KOYOMI_FINDING_INCIDENT, to);

  return koyomi_edit_update (edit, finding, error);
}

static gboolean
insert_link (KoyomiSession  *session,
             KoyomiEdit     *edit,
             gint64          incident,
             int             field,
             gint64          row,
             GError        **error)
{
  g_autoptr(KoyomiRecord) record = koyomi_record_new (KOYOMI_TABLE_INCIDENT_LINK);
  gint64 link;

  if (!find_link (session, incident, field, row, &link, error))
    return FALSE;

  koyomi_record_set_int (record, KOYOMI_INCIDENT_LINK_INCIDENT, incident);
  koyomi_record_set_int (record, field, row);

  return link != 0 || koyomi_edit_insert (edit, record, error);
}

/**
 * koyomi_incident_link:
 * @table: that of functions, activities, risks, controls or findings
 *
 * Says that the incident concerns the row. What is linked already is no change; a finding of another incident is refused with
 * %KOYOMI_PLAN_ERROR_CONSTRAINT.
 */
gboolean
koyomi_incident_link (KoyomiSession   *session,
                      gint64           incident,
                      KoyomiTableId    table,
                      gint64           row,
                      KoyomiLanguage   language,
                      GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  int field = get_field (table);

  g_return_val_if_fail (field != 0 || table == KOYOMI_TABLE_FINDING, FALSE);

  if (edit == NULL || (field != 0 ? !insert_link (session, edit, incident, field, row, error)
                                  : !set_finding (session, edit, row, 0, incident, error)))
    return FALSE;

  name = _koyomi_label_name_row (session, table, row, language);
  /* Translators: what an incident concerns, such as a function or a risk */
  label = g_strdup_printf (koyomi_tr (language, N_("Link %s to an incident")), name);

  return koyomi_edit_commit (edit, label, error);
}

/* What is not linked is no change. */
gboolean
koyomi_incident_unlink (KoyomiSession   *session,
                        gint64           incident,
                        KoyomiTableId    table,
                        gint64           row,
                        KoyomiLanguage   language,
                        GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  int field = get_field (table);
  gint64 link = 0;

  g_return_val_if_fail (field != 0 || table == KOYOMI_TABLE_FINDING, FALSE);

  if (edit == NULL || (field != 0 ? !find_link (session, incident, field, row, &link, error)
                                  : !set_finding (session, edit, row, incident, 0, error)) ||
      (link != 0 && !koyomi_edit_delete (edit, KOYOMI_TABLE_INCIDENT_LINK, link, error)))
    return FALSE;

  name = _koyomi_label_name_row (session, table, row, language);
  /* Translators: what an incident concerns no more, such as a function or a risk */
  label = g_strdup_printf (koyomi_tr (language, N_("Unlink %s from an incident")), name);

  return koyomi_edit_commit (edit, label, error);
}
