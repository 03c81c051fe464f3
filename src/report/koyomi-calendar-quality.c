#include "koyomi-calendar-quality-private.h"

#include "koyomi-day.h"

#include <stdlib.h>

/* Named beside a count. */
#define MOST_EXAMPLES 5

struct _KoyomiQuality
{
  KoyomiCalendar *calendar;
  guint32         first_day;      /* of the year */
  guint32         last_day;
  GHashTable     *functions;      /* ids of those that have a row */
  GHashTable     *filled;         /* ids of functions that have a run */
  GHashTable     *off_source;     /* ids of activities */
  guint           n_runs;
  guint           states[KOYOMI_N_STATES];
  guint           counts[KOYOMI_N_DOUBTS];
  GPtrArray      *examples[KOYOMI_N_DOUBTS];
};

static const char * const labels[KOYOMI_N_DOUBTS] = {
  [KOYOMI_DOUBT_FUNCTION_WITHOUT_TEAM] = N_("Functions that no team is responsible for"),
  [KOYOMI_DOUBT_FUNCTION_WITHOUT_RUN] = N_("Functions with nothing planned this year"),
  [KOYOMI_DOUBT_ACTIVITY_OFF_SOURCE] = N_("Activities in other months than in the source table"),
  [KOYOMI_DOUBT_RUN_LATE] = N_("Runs overdue"),
  [KOYOMI_DOUBT_RUN_MOVED] = N_("Runs moved from their first planned days"),
  [KOYOMI_DOUBT_RUN_WITHOUT_OWNER] = N_("Runs without an owner"),
  [KOYOMI_DOUBT_DONE_WITHOUT_DAY] = N_("Runs done without the day they were done"),
  [KOYOMI_DOUBT_WITHOUT_REASON] = N_("Runs skipped or missed without a reason"),
  [KOYOMI_DOUBT_ACROSS_YEARS] = N_("Runs that reach beyond the fiscal year"),
  [KOYOMI_DOUBT_OTHER_YEARS] = N_("Runs of other years, not shown here"),
};

/* @calendar: must outlive it */
KoyomiQuality *
_koyomi_quality_new (KoyomiCalendar *calendar)
{
  KoyomiQuality *self = g_new0 (KoyomiQuality, 1);

  self->calendar = calendar;
  self->first_day = koyomi_fiscal_year_get_first_day (calendar->year);
  self->last_day = koyomi_fiscal_year_get_last_day (calendar->year);
  self->functions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->filled = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->off_source = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < KOYOMI_N_DOUBTS; i++)
    self->examples[i] = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
_koyomi_quality_free (KoyomiQuality *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->functions);
  g_hash_table_unref (self->filled);
  g_hash_table_unref (self->off_source);
  for (guint i = 0; i < KOYOMI_N_DOUBTS; i++)
    g_ptr_array_unref (self->examples[i]);
  g_free (self);
}

static gboolean
add_id (GHashTable        *ids,
        KoyomiCalendarRow *row)
{
  gint64 id = koyomi_record_get_id (row->function);

  return g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static void
add (KoyomiQuality *self,
     KoyomiDoubt    doubt,
     const char    *example)
{
  self->counts[doubt]++;
  if (self->examples[doubt]->len < MOST_EXAMPLES)
    g_ptr_array_add (self->examples[doubt], g_strdup (example));
}

static void
add_function (KoyomiQuality     *self,
              KoyomiDoubt        doubt,
              KoyomiCalendarRow *row)
{
  const char *code = koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE);
  g_autofree char *name = g_strdup_printf ("%s%s%s", code, *code != '\0' ? " " : "", koyomi_record_get_title (row->function));

  add (self, doubt, name);
}

static void
add_run (KoyomiQuality      *self,
         KoyomiDoubt         doubt,
         const KoyomiRunRow *row)
{
  const char *title = koyomi_record_get_title (row->run);
  g_autofree char *name = NULL;
  int month, day;

  if (self->examples[doubt]->len >= MOST_EXAMPLES)
    {
      self->counts[doubt]++;
      return;
    }

  koyomi_day_get (koyomi_record_get_day (row->run, KOYOMI_OCCURRENCE_FIRST_DAY), NULL, &month, &day);
  name = g_strdup_printf ("%s %d/%d", *title != '\0' ? title : koyomi_record_get_title (row->activity), month, day);
  add (self, doubt, name);
}

static gboolean
is_source_month (const char *months,
                 int         month)
{
  g_auto(GStrv) parts = g_strsplit (months, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (atoi (parts[i]) == month)
      return TRUE;

  return FALSE;
}

/* By the month of the rule: a run that a person moved is counted as moved. */
static void
compare_source (KoyomiQuality      *self,
                const KoyomiRunRow *row)
{
  const char *months = koyomi_record_get_text (row->activity, KOYOMI_ACTIVITY_SOURCE_MONTHS);
  gint64 id = koyomi_record_get_id (row->activity);
  int month;

  if (*months == '\0' || g_hash_table_contains (self->off_source, &id))
    return;

  koyomi_day_get (koyomi_record_get_day (row->run, KOYOMI_OCCURRENCE_SLOT_DAY), NULL, &month, NULL);
  if (is_source_month (months, month))
    return;

  g_hash_table_add (self->off_source, g_memdup2 (&id, sizeof id));
  add (self, KOYOMI_DOUBT_ACTIVITY_OFF_SOURCE, koyomi_record_get_title (row->activity));
}

static gboolean
reaches_beyond (KoyomiQuality *self,
                KoyomiRecord  *run)
{
  return koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY) < self->first_day ||
         koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY) > self->last_day;
}

/* Looks at a run of the year. */
void
_koyomi_quality_visit (KoyomiQuality      *self,
                       const KoyomiRunRow *row)
{
  KoyomiStatus status = koyomi_record_get_int (row->run, KOYOMI_OCCURRENCE_STATUS);

  self->n_runs++;
  self->states[row->state]++;
  add_id (self->filled, row->row);
  compare_source (self, row);

  if (row->state == KOYOMI_STATE_LATE)
    add_run (self, KOYOMI_DOUBT_RUN_LATE, row);
  if (koyomi_occurrence_is_moved (row->run))
    add_run (self, KOYOMI_DOUBT_RUN_MOVED, row);
  if (*koyomi_record_get_text (row->run, KOYOMI_OCCURRENCE_OWNER) == '\0')
    add_run (self, KOYOMI_DOUBT_RUN_WITHOUT_OWNER, row);
  if (status == KOYOMI_STATUS_DONE && koyomi_record_is_none (row->run, KOYOMI_OCCURRENCE_ACTUAL_LAST))
    add_run (self, KOYOMI_DOUBT_DONE_WITHOUT_DAY, row);
  if ((status == KOYOMI_STATUS_SKIPPED || status == KOYOMI_STATUS_MISSED) &&
      *koyomi_record_get_text (row->run, KOYOMI_OCCURRENCE_REASON) == '\0')
    add_run (self, KOYOMI_DOUBT_WITHOUT_REASON, row);
  if (reaches_beyond (self, row->run))
    add_run (self, KOYOMI_DOUBT_ACROSS_YEARS, row);
}

/* Looks at the functions and at the plan as a whole, after the last run. */
gboolean
_koyomi_quality_finish (KoyomiQuality  *self,
                        KoyomiSession  *session,
                        GError        **error)
{
  gint64 n_all = koyomi_session_count (session, KOYOMI_TABLE_OCCURRENCE, error);

  if (n_all < 0)
    return FALSE;

  self->counts[KOYOMI_DOUBT_OTHER_YEARS] = MAX (n_all - self->n_runs, 0);
  for (guint i = 0; i < self->calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (self->calendar->rows, i);
      gint64 id = koyomi_record_get_id (row->function);

      /* By team or state a function has several rows. */
      if (!add_id (self->functions, row))
        continue;

      if (*row->team == '\0')
        add_function (self, KOYOMI_DOUBT_FUNCTION_WITHOUT_TEAM, row);
      if (!g_hash_table_contains (self->filled, &id))
        add_function (self, KOYOMI_DOUBT_FUNCTION_WITHOUT_RUN, row);
    }

  return TRUE;
}

/* Once it is finished. */
guint
_koyomi_quality_get_n_functions (const KoyomiQuality *self)
{
  return g_hash_table_size (self->functions);
}

guint
_koyomi_quality_get_n_runs (const KoyomiQuality *self)
{
  return self->n_runs;
}

guint
_koyomi_quality_count_state (const KoyomiQuality *self,
                             KoyomiState          state)
{
  return self->states[state];
}

guint
_koyomi_quality_count (const KoyomiQuality *self,
                       KoyomiDoubt          doubt)
{
  return self->counts[doubt];
}

/* Returns: (transfer full): the first few, joined, and how many more there are; "" when there is none to name */
char *
_koyomi_quality_dup_examples (const KoyomiQuality *self,
                              KoyomiDoubt          doubt)
{
  KoyomiLanguage language = self->calendar->language;
  GPtrArray *examples = self->examples[doubt];
  guint n_more = self->counts[doubt] - examples->len;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < examples->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? (language == KOYOMI_LANGUAGE_JA ? "、" : ", ") : "",
                            (const char *) g_ptr_array_index (examples, i));

  if (examples->len > 0 && n_more > 0)
    {
      g_string_append (text, language == KOYOMI_LANGUAGE_JA ? "、" : ", ");
      g_string_append_printf (text, koyomi_ntr (language, "%d more", "%d more", n_more), n_more);
    }

  return g_string_free (text, FALSE);
}

/* Whether a function has nothing planned does not show in a part of its year. */
gboolean
_koyomi_quality_asks (const KoyomiQuality *self,
                      KoyomiDoubt          doubt)
{
  return doubt != KOYOMI_DOUBT_FUNCTION_WITHOUT_RUN || *self->calendar->remark == '\0';
}

const char *
_koyomi_quality_get_label (const KoyomiQuality *self,
                           KoyomiDoubt          doubt)
{
  if (doubt == KOYOMI_DOUBT_OTHER_YEARS && *self->calendar->remark != '\0')
    return koyomi_tr (self->calendar->language, "Runs of the plan that are not shown here");

  return koyomi_tr (self->calendar->language, labels[doubt]);
}
