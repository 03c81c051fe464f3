#include "koyomi-incident-timeline-private.h"

#include "koyomi-edit-label-private.h"
#include "koyomi-record-edit.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

#include <string.h>

/* How many characters of an entry name it in the change log. */
#define NAME_LENGTH 30

static int
compare_times (KoyomiRecord *a,
               KoyomiRecord *b)
{
  gint64 left = koyomi_record_get_int (a, KOYOMI_INCIDENT_EVENT_AT);
  gint64 right = koyomi_record_get_int (b, KOYOMI_INCIDENT_EVENT_AT);

  return (left > right) - (left < right);
}

/* Keys grow, so that what happened in one moment stands as it was written. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      order)
{
  KoyomiRecord *left = *(KoyomiRecord * const *) a;
  KoyomiRecord *right = *(KoyomiRecord * const *) b;
  int difference = compare_times (left, right);

  if (difference == 0)
    difference = koyomi_record_get_id (left) < koyomi_record_get_id (right) ? -1 : 1;

  return GPOINTER_TO_INT (order) == KOYOMI_TIMELINE_NEWEST_FIRST ? -difference : difference;
}

/* Returns: (transfer full) (element-type KoyomiRecord): the incident's entries by time */
GPtrArray *
koyomi_session_load_timeline (KoyomiSession        *session,
                              gint64                incident,
                              KoyomiTimelineOrder   order,
                              KoyomiLanguage        language,
                              GError              **error)
{
  GPtrArray *entries = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_EVENT, KOYOMI_INCIDENT_EVENT_INCIDENT, incident, language,
                                            error);

  if (entries != NULL)
    g_ptr_array_sort_with_data (entries, compare_entries, GINT_TO_POINTER (order));

  return entries;
}

/* Writes an automatic entry, in both languages. */
gboolean
_koyomi_timeline_record (KoyomiEdit     *edit,
                         KoyomiSession  *session,
                         gint64          incident,
                         gint64          at,
                         const char     *ja,
                         const char     *en,
                         GError        **error)
{
  gboolean is_japanese = koyomi_session_get_own_language (session) == KOYOMI_LANGUAGE_JA;
  g_autoptr(KoyomiRecord) entry = koyomi_record_new (KOYOMI_TABLE_INCIDENT_EVENT);

  koyomi_record_set_int (entry, KOYOMI_INCIDENT_EVENT_INCIDENT, incident);
  koyomi_record_set_int (entry, KOYOMI_INCIDENT_EVENT_AT, at);
  koyomi_record_set_int (entry, KOYOMI_INCIDENT_EVENT_KIND, KOYOMI_EVENT_KIND_AUTO);
  koyomi_record_set_text (entry, KOYOMI_INCIDENT_EVENT_ACTOR, _koyomi_session_get_actor (session));
  koyomi_record_set_text (entry, KOYOMI_INCIDENT_EVENT_TEXT, is_japanese ? ja : en);

  return koyomi_edit_insert (edit, entry, error) &&
         koyomi_edit_translate (edit, KOYOMI_INCIDENT_EVENT_TEXT, koyomi_record_get_id (entry), is_japanese ? en : ja, error);
}

static char *
describe (KoyomiTimelineNote  note,
          const char         *name,
          KoyomiLanguage      language)
{
  switch (note)
    {
    case KOYOMI_NOTE_TASK_DONE:
      return g_strdup_printf (koyomi_tr (language, N_("Task done: %s")), name);
    case KOYOMI_NOTE_TASK_REOPENED:
      return g_strdup_printf (koyomi_tr (language, N_("Task open again: %s")), name);
    case KOYOMI_NOTE_TASK_WAIVED:
      return g_strdup_printf (koyomi_tr (language, N_("Task left out: %s")), name);
    case KOYOMI_NOTE_EVIDENCE_ADDED:
      return g_strdup_printf (koyomi_tr (language, N_("Evidence added: %s")), name);
    case KOYOMI_NOTE_EVIDENCE_REMOVED:
      return g_strdup_printf (koyomi_tr (language, N_("Evidence removed: %s")), name);
    case KOYOMI_NOTE_CUSTODY_MOVED:
      return g_strdup_printf (koyomi_tr (language, N_("Evidence handed over: %s")), name);
    case KOYOMI_NOTE_FOLLOW_UP_ADDED:
      return g_strdup_printf (koyomi_tr (language, N_("Follow-up put into the calendar: %s")), name);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Writes what was done with a row, which goes by its name in either language. */
gboolean
_koyomi_timeline_record_row (KoyomiEdit          *edit,
                             KoyomiSession       *session,
                             gint64               incident,
                             gint64               at,
                             KoyomiTimelineNote   note,
                             KoyomiTableId        table,
                             gint64               row,
                             GError             **error)
{
  g_autofree char *name_ja = _koyomi_session_dup_title (session, table, row, KOYOMI_LANGUAGE_JA);
  g_autofree char *name_en = _koyomi_session_dup_title (session, table, row, KOYOMI_LANGUAGE_EN);
  g_autofree char *ja = describe (note, name_ja != NULL ? name_ja : "", KOYOMI_LANGUAGE_JA);
  g_autofree char *en = describe (note, name_en != NULL ? name_en : "", KOYOMI_LANGUAGE_EN);

  return _koyomi_timeline_record (edit, session, incident, at, ja, en, error);
}

static gboolean
check_entry (gint64        at,
             const char   *text,
             GError      **error)
{
  if (at > 0 && !koyomi_text_is_blank (text))
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "an entry of a timeline needs a time and a text");

  return FALSE;
}

/**
 * koyomi_timeline_add:
 * @at: when it happened
 * @actor: (nullable): who did it or says so; NULL for whoever uses the program
 *
 * Returns: the entry, or 0 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT without a time or text
 */
gint64
koyomi_timeline_add (KoyomiSession   *session,
                     gint64           incident,
                     gint64           at,
                     const char      *actor,
                     const char      *text,
                     gboolean         in_report,
                     KoyomiLanguage   language,
                     GError         **error)
{
  g_autoptr(KoyomiRecord) entry = koyomi_record_new (KOYOMI_TABLE_INCIDENT_EVENT);

  if (!check_entry (at, text, error))
    return 0;

  koyomi_record_set_int (entry, KOYOMI_INCIDENT_EVENT_INCIDENT, incident);
  koyomi_record_set_int (entry, KOYOMI_INCIDENT_EVENT_AT, at);
  koyomi_record_set_int (entry, KOYOMI_INCIDENT_EVENT_KIND, KOYOMI_EVENT_KIND_MANUAL);
  koyomi_record_set_text (entry, KOYOMI_INCIDENT_EVENT_ACTOR, actor != NULL ? actor : _koyomi_session_get_actor (session));
  koyomi_record_set_text (entry, KOYOMI_INCIDENT_EVENT_TEXT, text);
  koyomi_record_set_int (entry, KOYOMI_INCIDENT_EVENT_IN_REPORT, in_report);

  return koyomi_session_add (session, entry, language, error);
}

static gboolean
check_is_manual (KoyomiRecord  *entry,
                 GError       **error)
{
  if (koyomi_record_get_int (entry, KOYOMI_INCIDENT_EVENT_KIND) == KOYOMI_EVENT_KIND_MANUAL)
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "an automatic entry stays as it was written");

  return FALSE;
}

/* Writes what was changed in an entry that a person made. */
gboolean
koyomi_timeline_save (KoyomiSession   *session,
                      KoyomiRecord    *entry,
                      KoyomiLanguage   language,
                      GError         **error)
{
  return check_is_manual (entry, error) &&
         check_entry (koyomi_record_get_int (entry, KOYOMI_INCIDENT_EVENT_AT),
                      koyomi_record_get_text (entry, KOYOMI_INCIDENT_EVENT_TEXT), error) &&
         koyomi_session_save (session, entry, language, error);
}

/* One entry by the beginning of its text, which may be long; several by their number. */
static char *
name_entries (KoyomiSession  *session,
              const gint64   *entries,
              guint           n,
              KoyomiLanguage  language)
{
  if (n == 1)
    {
      g_autofree char *text = _koyomi_session_dup_title (session, KOYOMI_TABLE_INCIDENT_EVENT, entries[0], language);
      g_autofree char *line = g_strndup (text != NULL ? text : "", strcspn (text != NULL ? text : "", "\n"));
      g_autofree char *first = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), NAME_LENGTH));
      g_autofree char *name = g_strconcat (first, text != NULL && strlen (first) < strlen (text) ? "…" : NULL, NULL);

      return _koyomi_label_quote (name, language);
    }

  return g_strdup_printf (koyomi_ntr (language, "%u entry of the timeline", "%u entries of the timeline", n), n);
}

/**
 * koyomi_timeline_copy:
 * @at: of the copy; 0 for the same time
 *
 * Returns: an entry as a person would make it, with the same text; 0 on error
 */
gint64
koyomi_timeline_copy (KoyomiSession   *session,
                      gint64           entry,
                      gint64           at,
                      KoyomiLanguage   language,
                      GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiRecord) copy = koyomi_record_new (KOYOMI_TABLE_INCIDENT_EVENT);
  g_autoptr(KoyomiRecord) record = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (edit == NULL ||
      (record = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT_EVENT, entry, koyomi_session_get_own_language (session), error)) == NULL)
    return 0;

  _koyomi_record_copy_fields (record, copy, FALSE);
  koyomi_record_set_int (copy, KOYOMI_INCIDENT_EVENT_KIND, KOYOMI_EVENT_KIND_MANUAL);
  if (at != 0)
    koyomi_record_set_int (copy, KOYOMI_INCIDENT_EVENT_AT, at);
  if (!koyomi_edit_insert (edit, copy, error) ||
      !koyomi_edit_copy_translations (edit, KOYOMI_TABLE_INCIDENT_EVENT, entry, koyomi_record_get_id (copy), error))
    return 0;

  name = name_entries (session, &entry, 1, language);
  label = g_strdup_printf (koyomi_tr (language, N_("Copy %s")), name);

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (copy) : 0;
}

/* Entries that stand like that already are no change. */
gboolean
koyomi_timeline_set_in_report (KoyomiSession   *session,
                               const gint64    *entries,
                               guint            n,
                               gboolean         in_report,
                               KoyomiLanguage   language,
                               GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  for (guint i = 0; edit != NULL && i < n; i++)
    {
      g_autoptr(KoyomiRecord) entry = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT_EVENT, entries[i], language, error);

      if (entry == NULL)
        return FALSE;

      koyomi_record_set_int (entry, KOYOMI_INCIDENT_EVENT_IN_REPORT, in_report);
      if (!koyomi_edit_update (edit, entry, error))
        return FALSE;
    }

  if (edit == NULL)
    return FALSE;

  name = name_entries (session, entries, n, language);
  label = in_report ? g_strdup_printf (koyomi_tr (language, N_("Put %s into the report")), name)
                    : g_strdup_printf (koyomi_tr (language, N_("Leave %s out of the report")), name);

  return koyomi_edit_commit (edit, label, error);
}

/* Deletes entries that people made; all of them or none. */
gboolean
koyomi_timeline_remove (KoyomiSession   *session,
                        const gint64    *entries,
                        guint            n,
                        KoyomiLanguage   language,
                        GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (edit == NULL)
    return FALSE;

  name = name_entries (session, entries, n, language);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KoyomiRecord) entry = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT_EVENT, entries[i], language, error);

      if (entry == NULL || !check_is_manual (entry, error) ||
          !koyomi_edit_delete (edit, KOYOMI_TABLE_INCIDENT_EVENT, entries[i], error))
        return FALSE;
    }

  label = g_strdup_printf (koyomi_tr (language, N_("Delete %s")), name);

  return koyomi_edit_commit (edit, label, error);
}
