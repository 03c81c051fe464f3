#include "koyomi-committee-report-private.h"

#include "koyomi-day.h"
#include "koyomi-occurrence.h"

/* A run that the period is about, or the one to come. */
typedef struct
{
  KoyomiRecord *run;
  KoyomiState   state;
  const char   *title;
  const char   *owner;
  gboolean      is_milestone;
} Run;

typedef struct
{
  KoyomiCommitteeReport *report;
  GHashTable            *activities;
  GHashTable            *teams;
  const char            *function_team;
  GArray                *now;      /* (element-type Run) */
  GArray                *coming;   /* (element-type Run) */
} Runs;

static void
clear_run (gpointer data)
{
  g_object_unref (((Run *) data)->run);
}

static void
clear_runs (Runs *self)
{
  g_clear_pointer (&self->activities, g_hash_table_unref);
  g_clear_pointer (&self->teams, g_hash_table_unref);
  g_clear_pointer (&self->now, g_array_unref);
  g_clear_pointer (&self->coming, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Runs, clear_runs)

static GArray *
new_array (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (Run));

  g_array_set_clear_func (array, clear_run);

  return array;
}

/* Who is named, else whose team it is. */
static const char *
find_owner (Runs         *self,
            KoyomiRecord *run,
            KoyomiRecord *activity)
{
  gint64 team = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_TEAM);
  KoyomiRecord *record;

  if (*koyomi_record_get_text (run, KOYOMI_OCCURRENCE_OWNER) != '\0')
    return koyomi_record_get_text (run, KOYOMI_OCCURRENCE_OWNER);

  if (team == 0 && activity != NULL)
    team = koyomi_record_get_int (activity, KOYOMI_ACTIVITY_TEAM);
  record = team != 0 ? g_hash_table_lookup (self->teams, &team) : NULL;

  return record != NULL ? koyomi_record_get_title (record) : self->function_team;
}

/* It was due in the period, then or now, or is late from before. */
static gboolean
is_now (const KoyomiCommitteeReport *report,
        KoyomiRecord                *run,
        KoyomiState                  state)
{
  guint32 last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY);

  return _koyomi_committee_report_has_day (report, last_day) || (last_day < report->first_day && state == KOYOMI_STATE_LATE) ||
         (last_day > report->last_day && _koyomi_committee_report_has_day (report, koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST)));
}

static gboolean
take_run (KoyomiRecord  *record,
          gpointer       data,
          GError       **error)
{
  Runs *self = data;
  gint64 id = koyomi_record_get_int (record, KOYOMI_OCCURRENCE_ACTIVITY);
  KoyomiRecord *activity = g_hash_table_lookup (self->activities, &id);
  const char *title = koyomi_record_get_title (record);
  Run run = { record, koyomi_occurrence_get_state (record, self->report->today), title, find_owner (self, record, activity), FALSE };
  gboolean is_coming = _koyomi_committee_report_is_coming (self->report, koyomi_record_get_day (record, KOYOMI_OCCURRENCE_LAST_DAY));

  run.is_milestone = activity != NULL && koyomi_record_get_int (activity, KOYOMI_ACTIVITY_KIND) == KOYOMI_ACTIVITY_KIND_MILESTONE;
  if ((title == NULL || *title == '\0') && activity != NULL)
    run.title = koyomi_record_get_title (activity);
  if (is_now (self->report, record, run.state))
    {
      g_object_ref (record);
      g_array_append_val (self->now, run);
    }
  if (is_coming && run.state != KOYOMI_STATE_SKIPPED)
    {
      g_object_ref (record);
      g_array_append_val (self->coming, run);
    }

  return TRUE;
}

/* What needs a word comes first. */
static guint
get_rank (KoyomiState state)
{
  static const guint ranks[KOYOMI_N_STATES] = {
    [KOYOMI_STATE_LATE] = 0, [KOYOMI_STATE_MISSED] = 1, [KOYOMI_STATE_SKIPPED] = 2, [KOYOMI_STATE_DOING] = 3, [KOYOMI_STATE_DUE_SOON] = 4,
    [KOYOMI_STATE_PLANNED] = 5, [KOYOMI_STATE_DONE_LATE] = 6, [KOYOMI_STATE_DONE] = 7,
  };

  return ranks[state];
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  KoyomiRecord *first = ((const Run *) a)->run;
  KoyomiRecord *second = ((const Run *) b)->run;
  guint32 first_day = koyomi_record_get_day (first, KOYOMI_OCCURRENCE_LAST_DAY);
  guint32 second_day = koyomi_record_get_day (second, KOYOMI_OCCURRENCE_LAST_DAY);

  if (first_day != second_day)
    return first_day < second_day ? -1 : 1;

  return (koyomi_record_get_id (first) > koyomi_record_get_id (second)) - (koyomi_record_get_id (first) < koyomi_record_get_id (second));
}

static int
compare_states (gconstpointer a,
                gconstpointer b)
{
  guint first = get_rank (((const Run *) a)->state);
  guint second = get_rank (((const Run *) b)->state);

  return first != second ? (first < second ? -1 : 1) : compare_days (a, b);
}

static gboolean
load_runs (Runs    *self,
           GError **error)
{
  KoyomiCommitteeReport *report = self->report;
  GPtrArray *rows = report->document->facts->rows;

  self->now = new_array ();
  self->coming = new_array ();
  if ((self->activities = koyomi_session_index (report->session, KOYOMI_TABLE_ACTIVITY, report->language, error)) == NULL ||
      (self->teams = koyomi_session_index (report->session, KOYOMI_TABLE_TEAM, report->language, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const KoyomiCalendarRow *row = g_ptr_array_index (rows, i);

      self->function_team = row->team;
      if (!koyomi_session_for_each_run (report->session, koyomi_record_get_id (row->function), 1, KOYOMI_DAY_LAST, report->language, take_run,
                                        self, error))
        return FALSE;
    }
  g_array_sort (self->now, compare_states);
  g_array_sort (self->coming, compare_days);

  return TRUE;
}

/* Such as “■ Overdue, 12 days”. */
static char *
describe_state (KoyomiCommitteeReport *self,
                const Run             *run)
{
  const char *label = koyomi_state_get_label (run->state, self->language);
  guint late = self->today - koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_LAST_DAY);

  if (run->state != KOYOMI_STATE_LATE)
    return g_strjoin (" ", koyomi_state_get_glyph (run->state), label, NULL);

  /* Translators: the glyph and the label of what is overdue, and since how many days it is */
  return g_strdup_printf (koyomi_ntr (self->language, "%s %s, %u day", "%s %s, %u days", late), koyomi_state_get_glyph (run->state), label, late);
}

static gboolean
is_moved (const Run *run)
{
  return koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_ORIGINAL_LAST) != koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_LAST_DAY);
}

static void
add_run (KoyomiCommitteeReport *self,
         KoyomiDocumentTable   *table,
         const Run             *run)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "run", koyomi_record_get_id (run->run));
  guint32 original = koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_ORIGINAL_LAST);
  guint32 last_day = koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_LAST_DAY);

  _koyomi_document_add_text (row, run->title);
  _koyomi_document_add_text (row, run->owner);
  _koyomi_document_add_day (row, is_moved (run) ? original : KOYOMI_DAY_NONE);
  _koyomi_document_add_day (row, last_day);
  _koyomi_committee_report_mark (self, row, is_moved (run) ? KOYOMI_DOCUMENT_CHANGED : KOYOMI_DOCUMENT_SAME);
  _koyomi_document_add_day (row, koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_ACTUAL_LAST));
  _koyomi_document_take_text (row, describe_state (self, run));
  _koyomi_document_add_text (row, koyomi_record_get_text (run->run, KOYOMI_OCCURRENCE_REASON));
}

/* What went as planned, or still can, needs no word. */
static gboolean
needs_word (const Run *run)
{
  return is_moved (run) || get_rank (run->state) <= get_rank (KOYOMI_STATE_DOING) || run->state == KOYOMI_STATE_DONE_LATE ||
         *koyomi_record_get_text (run->run, KOYOMI_OCCURRENCE_REASON) != '\0';
}

/* Pages have what needs a word, the workbook all of it as well. */
static void
add_now (Runs *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Activity"), 7 }, { N_("Owner"), 4 }, { N_("Due before"), 2 }, { N_("Due"), 2 }, { N_("Done on"), 2 }, { N_("State"), 3 },
    { N_("Reason"), 4 },
  };

  KoyomiDocumentTable *told = _koyomi_committee_report_add_table (self->report, N_("Activities that need a word"), columns, G_N_ELEMENTS (columns),
                                                                  N_("All activities went as planned."));
  KoyomiDocumentTable *all = _koyomi_committee_report_add_table (self->report, N_("Activities of the period"), columns, G_N_ELEMENTS (columns),
                                                                 N_("No activity was due."));

  told->note = g_strdup (koyomi_tr (self->report->language, N_("Overdue, missed, skipped, moved, late or in progress. The workbook has all that was due "
                                                               "in the period.")));
  all->note = g_strdup (koyomi_tr (self->report->language, N_("What was due in the period, and what is overdue from before it.")));
  all->is_book_only = TRUE;
  for (guint i = 0; i < self->now->len; i++)
    {
      const Run *run = &g_array_index (self->now, Run, i);

      add_run (self->report, all, run);
      if (needs_word (run))
        add_run (self->report, told, run);
      if (is_moved (run))
        _koyomi_committee_report_note_days (self->report, N_("Activity"), "", run->title,
                                            koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_ORIGINAL_LAST),
                                            koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_LAST_DAY));
    }
}

/* Milestones, and what is late or was moved; the annual calendar has the rest. */
static gboolean
is_important (const Run *run)
{
  return run->is_milestone || run->state == KOYOMI_STATE_LATE || is_moved (run);
}

static void
add_coming (Runs *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Activity"), 10 }, { N_("Owner"), 5 }, { N_("From"), 3 }, { N_("Due"), 3 }, { N_("State"), 3 },
  };

  KoyomiDocumentTable *table = _koyomi_committee_report_add_table (self->report, N_("Milestones of the next period"), columns,
                                                                   G_N_ELEMENTS (columns), N_("There are none."));

  table->note = g_strdup_printf (koyomi_ntr (self->report->language, "With what is overdue or was moved. %u run is planned in all; see the annual calendar.",
                                             "With what is overdue or was moved. %u runs are planned in all; see the annual calendar.", self->coming->len),
                                 self->coming->len);
  for (guint i = 0; i < self->coming->len; i++)
    {
      const Run *run = &g_array_index (self->coming, Run, i);
      KoyomiDocumentRow *row;

      if (!is_important (run))
        continue;

      row = _koyomi_document_add_row (table, "run", koyomi_record_get_id (run->run));
      _koyomi_document_add_text (row, run->title);
      _koyomi_document_add_text (row, run->owner);
      _koyomi_document_add_day (row, koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_FIRST_DAY));
      _koyomi_document_add_day (row, koyomi_record_get_day (run->run, KOYOMI_OCCURRENCE_LAST_DAY));
      _koyomi_document_take_text (row, describe_state (self->report, run));
    }
}

static guint
count_state (const Runs  *self,
             KoyomiState  state)
{
  guint n = 0;

  for (guint i = 0; i < self->now->len; i++)
    n += g_array_index (self->now, Run, i).state == state;

  return n;
}

/* Returns: (transfer full): what is due and done as the metric of it tells */
static char *
describe (const Runs               *self,
          const KoyomiMetricFigure *done)
{
  KoyomiLanguage language = self->report->language;
  guint n_due = done->denominator > 0 ? done->denominator : 0;
  guint n_done = done->numerator > 0 ? done->numerator : 0;
  guint n_moved = self->report->n_changes[KOYOMI_COMMITTEE_MOVED];

  return g_strdup_printf (koyomi_tr (language, N_("Due %u, done %u. Overdue %u, missed %u, left out %u, moved %u.")), n_due, n_done,
                          count_state (self, KOYOMI_STATE_LATE), count_state (self, KOYOMI_STATE_MISSED), count_state (self, KOYOMI_STATE_SKIPPED),
                          n_moved);
}

gboolean
_koyomi_committee_report_add_progress (KoyomiCommitteeReport  *self,
                                       GError                **error)
{
  g_auto(Runs) runs = { .report = self };
  g_auto(KoyomiMetricFigure) done = { 0 };
  KoyomiDocumentTable *told;

  if (!load_runs (&runs, error) || !_koyomi_committee_report_reckon (self, KOYOMI_COMPUTATION_RUNS_DONE, FALSE, &done, error) ||
      !_koyomi_committee_report_begin (self, KOYOMI_COMMITTEE_PROGRESS, &told, error))
    return FALSE;

  add_now (&runs);
  add_coming (&runs);
  g_free (told->text);
  told->text = describe (&runs, &done);

  return TRUE;
}
