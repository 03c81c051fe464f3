#include "koyomi-fact-texts.h"

#include "koyomi-incident-part.h"

/* Such as “Findings (3)”. */
void
koyomi_fact_list_show_counted (KoyomiFactList *self,
                               const char     *name,
                               guint           count)
{
  g_autofree char *heading = count > 0 ? g_strdup_printf ("%s (%u)", name, count) : g_strdup (name);

  koyomi_fact_list_show (self, heading);
}

/* At the end how many runs are done, of those that were due. */
static void
add_activity (KoyomiFactList            *self,
              const KoyomiActivityFacts *facts,
              KoyomiLanguage             language)
{
  g_autofree char *details = koyomi_work_count_format (&facts->count, language);
  g_autofree char *rate = facts->count.n_due > 0 ? g_strdup_printf ("%u / %u", facts->count.n_done, facts->count.n_due) : g_strdup ("");

  koyomi_fact_list_add (self, koyomi_record_get_title (facts->activity), details, rate, facts->run_id);
}

/* Each leads to the run that comes next, else to the last. */
void
koyomi_fact_list_show_activities (KoyomiFactList        *self,
                                  GPtrArray             *activities,
                                  const KoyomiWorkCount *count,
                                  KoyomiFiscalYear       year,
                                  KoyomiLanguage         language)
{
  g_autofree char *name = koyomi_fiscal_year_format (year, language);
  g_autofree char *rate = koyomi_work_count_format_rate (count, language);
  g_autofree char *heading = NULL;

  for (guint i = 0; i < activities->len; i++)
    add_activity (self, g_ptr_array_index (activities, i), language);

  /* Translators: a fiscal year, and how much of what was due in it is done */
  heading = g_strdup_printf (koyomi_tr (language, N_("Activities of %s: %s")), name, rate);
  koyomi_fact_list_show (self, heading);
}

static char *
describe_incident (const KoyomiIncidentPart *part,
                   KoyomiLanguage            language)
{
  g_autofree char *severity = koyomi_record_format (part->incident, KOYOMI_INCIDENT_SEVERITY, language);
  g_autofree char *state = koyomi_record_format (part->incident, KOYOMI_INCIDENT_STATE, language);
  GString *text = g_string_new (severity);

  g_string_append_printf (text, "  ·  %s", state);
  if (part->n_tasks > 0)
    {
      g_string_append (text, "  ·  ");
      /* Translators: of the tasks in an incident, how many are done */
      g_string_append_printf (text, koyomi_tr (language, N_("%u of %u tasks done")), part->n_done, part->n_tasks);
    }

  return g_string_free (text, FALSE);
}

static void
add_incident (KoyomiFactList           *self,
              const KoyomiIncidentPart *part,
              KoyomiLanguage            language)
{
  g_autoptr(GDateTime) moment = part->at != 0 ? g_date_time_new_from_unix_local (part->at / 1000) : NULL;
  g_autofree char *day = moment != NULL ? g_date_time_format (moment, "%Y-%m-%d") : g_strdup ("");
  g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (part->incident, KOYOMI_INCIDENT_NUMBER),
                                            koyomi_record_get_title (part->incident));
  g_autofree char *details = describe_incident (part, language);

  koyomi_fact_list_add (self, g_strchug (title), details, day, koyomi_record_get_id (part->incident));
}

/* Each leads to the incident. */
void
koyomi_fact_list_show_incidents (KoyomiFactList *self,
                                 GPtrArray      *incidents,
                                 KoyomiLanguage  language)
{
  for (guint i = 0; i < incidents->len; i++)
    add_incident (self, g_ptr_array_index (incidents, i), language);
  koyomi_fact_list_show_counted (self, koyomi_tr (language, N_("Incidents")), incidents->len);
}
