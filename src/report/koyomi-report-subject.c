#include "koyomi-report-subject.h"

#include <string.h>

static gboolean
is_subject (const KoyomiReportKind *kind,
            KoyomiRecord           *incident)
{
  gboolean is_drill = koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL;

  return is_drill == (kind->subject == KOYOMI_REPORT_SUBJECT_DRILL);
}

static int
compare_numbers (gconstpointer first,
                 gconstpointer second)
{
  return strcmp (koyomi_record_get_text (*(KoyomiRecord **) second, KOYOMI_INCIDENT_NUMBER),
                 koyomi_record_get_text (*(KoyomiRecord **) first, KOYOMI_INCIDENT_NUMBER));
}

/* Returns: (transfer full) (element-type KoyomiRecord): what such a report can be about, the latest first */
GPtrArray *
koyomi_report_list_subjects (KoyomiSession           *session,
                             const KoyomiReportKind  *kind,
                             KoyomiLanguage           language,
                             GError                 **error)
{
  g_autoptr(GPtrArray) incidents = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);
  g_return_val_if_fail (kind->subject != KOYOMI_REPORT_SUBJECT_NONE, NULL);

  if ((incidents = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT, 0, 0, language, error)) == NULL)
    return NULL;

  for (guint i = incidents->len; i > 0; i--)
    if (!is_subject (kind, g_ptr_array_index (incidents, i - 1)))
      g_ptr_array_remove_index (incidents, i - 1);
  g_ptr_array_sort (incidents, compare_numbers);

  return g_steal_pointer (&incidents);
}

/* Returns: the one with the number, such as 2026-027; 0 with %KOYOMI_PLAN_ERROR_NOT_FOUND when there is none */
gint64
koyomi_report_find_subject (KoyomiSession           *session,
                            const KoyomiReportKind  *kind,
                            const char              *number,
                            GError                 **error)
{
  g_autoptr(GPtrArray) subjects = koyomi_report_list_subjects (session, kind, KOYOMI_LANGUAGE_EN, error);

  if (subjects == NULL)
    return 0;

  for (guint i = 0; i < subjects->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (subjects, i), KOYOMI_INCIDENT_NUMBER), number) == 0)
      return koyomi_record_get_id (g_ptr_array_index (subjects, i));

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "the plan has no %s “%s”",
               kind->subject == KOYOMI_REPORT_SUBJECT_DRILL ? "drill" : "incident", number);

  return 0;
}

/* Returns: (transfer full) (nullable): NULL for a report on everything, and when there is no such thing */
char *
koyomi_report_dup_number (KoyomiSession          *session,
                          const KoyomiReportKind *kind,
                          gint64                  subject)
{
  g_autoptr(KoyomiRecord) incident = NULL;

  if (kind->subject != KOYOMI_REPORT_SUBJECT_NONE)
    incident = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT, subject, KOYOMI_LANGUAGE_EN, NULL);

  return incident != NULL ? g_strdup (koyomi_record_get_text (incident, KOYOMI_INCIDENT_NUMBER)) : NULL;
}

/* @number: (nullable): of its subject */
char *
koyomi_report_code_new (const KoyomiReportKind *kind,
                        const char             *number)
{
  return g_strjoin ("/", kind->id, number, NULL);
}

/**
 * koyomi_report_code_parse:
 * @number: (out) (nullable): of its subject; NULL where it has none
 *
 * Returns: (nullable): NULL when this version has no such report
 */
const KoyomiReportKind *
koyomi_report_code_parse (const char  *code,
                          const char **number)
{
  g_autofree char *id = g_strndup (code, strcspn (code, "/"));
  const KoyomiReportKind *kind = koyomi_report_kind_find (id);

  *number = strchr (code, '/');
  if (*number != NULL)
    (*number)++;

  return kind != NULL && (kind->subject != KOYOMI_REPORT_SUBJECT_NONE) == (*number != NULL) ? kind : NULL;
}

/* Returns: (transfer full): such as “Incident report 2026-027”; the code itself of a report that this version does not have */
char *
koyomi_report_code_format (const char     *code,
                           KoyomiLanguage  language)
{
  const char *number;
  const KoyomiReportKind *kind = koyomi_report_code_parse (code, &number);

  return kind != NULL ? g_strjoin (" ", koyomi_tr (language, kind->name), number, NULL) : g_strdup (code);
}
