#include "koyomi-day.h"
#include "koyomi-rework.h"

#include <string.h>

static guint32
parse_day (const char *text)
{
  guint32 day = koyomi_day_parse (text, NULL);

  g_assert_cmpuint (day, !=, KOYOMI_DAY_NONE);

  return day;
}

static KoyomiRecurrence
parse_rule (const char *text)
{
  g_autoptr(GError) error = NULL;
  KoyomiRecurrence rule;

  koyomi_recurrence_parse (&rule, text, &error);
  g_assert_no_error (error);

  return rule;
}

static KoyomiRecord *
make_run (const KoyomiSlot *slot)
{
  KoyomiRecord *run = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_SLOT_DAY, slot->slot_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, slot->day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, slot->last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, slot->day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, slot->last_day);

  return run;
}

/* Does to a run what a word says. */
static void
touch (KoyomiRecord *run,
       const char   *word,
       GHashTable   *proven)
{
  gint64 id = koyomi_record_get_id (run);
  guint32 day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);

  if (g_str_equal (word, "done"))
    koyomi_occurrence_set_status (run, KOYOMI_STATUS_DONE, day, NULL, NULL);
  else if (g_str_equal (word, "doing"))
    koyomi_occurrence_set_status (run, KOYOMI_STATUS_DOING, day, NULL, NULL);
  else if (g_str_equal (word, "skipped"))
    koyomi_occurrence_set_status (run, KOYOMI_STATUS_SKIPPED, day, "x", NULL);
  else if (g_str_equal (word, "missed"))
    koyomi_occurrence_set_status (run, KOYOMI_STATUS_MISSED, day, "x", NULL);
  else if (g_str_equal (word, "moved"))
    koyomi_occurrence_shift (run, 9, 9, NULL);
  else if (g_str_equal (word, "noted"))
    koyomi_record_set_text (run, KOYOMI_OCCURRENCE_NOTE, "x");
  else if (g_str_equal (word, "named"))
    koyomi_record_set_text (run, KOYOMI_OCCURRENCE_TITLE, "x");
  else if (g_str_equal (word, "assigned"))
    koyomi_record_set_int (run, KOYOMI_OCCURRENCE_TEAM, 7);
  else if (g_str_equal (word, "owned"))
    koyomi_record_set_text (run, KOYOMI_OCCURRENCE_OWNER, "x");
  else if (g_str_equal (word, "begun"))
    koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST, day);
  else if (g_str_equal (word, "proven"))
    g_hash_table_add (proven, g_memdup2 (&id, sizeof id));
  else if (g_str_equal (word, "extra"))
    koyomi_record_set_int (run, KOYOMI_OCCURRENCE_SLOT_DAY, day + 1);
  else
    g_assert_not_reached ();
}

/* The runs that the rule gives in the fiscal year 2026; "07=done 08=moved" says what has become of some, "08=none" that one is gone. */
static GPtrArray *
make_runs (const KoyomiRework *rework,
           const char         *story,
           GHashTable         *proven)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  g_auto(GStrv) words = g_strsplit (story, " ", -1);

  koyomi_recurrence_expand (&rework->old_rule, rework->old_first_day, rework->calendar, parse_day ("2026-04-01"),
                            parse_day ("2027-03-31"), slots);
  for (guint i = 0; i < slots->len; i++)
    {
      const KoyomiSlot *slot = &g_array_index (slots, KoyomiSlot, i);
      g_autoptr(KoyomiRecord) run = make_run (slot);
      g_autofree char *day = koyomi_day_format (slot->slot_day);
      gboolean is_gone = FALSE;

      for (guint j = 0; words[j] != NULL; j++)
        if (strlen (words[j]) > 3 && strncmp (words[j], day + 5, 2) == 0)
          {
            if (g_str_equal (words[j] + 3, "none"))
              is_gone = TRUE;
            else
              touch (run, words[j] + 3, proven);
          }

      if (!is_gone)
        g_ptr_array_add (runs, g_object_ref (run));
    }

  return runs;
}

static void
append_day (GString *text,
            guint32  day)
{
  g_autofree char *formatted = day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : g_strdup ("0000-none");

  g_string_append (text, formatted + 5);
}

/* 07-01=none: removed; 07-01>07-05: moved there; 07-01:07-05: stays and stands for that slot; 07-01.: stays for its own;
 * +07-05: added. Runs that stay for themselves and what lies before 06 are left out. */
static char *
format_steps (GArray *steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const KoyomiReworkStep *step = &g_array_index (steps, KoyomiReworkStep, i);
      guint32 slot_day = step->run != NULL ? koyomi_record_get_day (step->run, KOYOMI_OCCURRENCE_SLOT_DAY) : KOYOMI_DAY_NONE;
      static const char signs[] = { ':', '>', '-', '+' };

      if (step->kind == KOYOMI_REWORK_KEEP && slot_day == step->slot.slot_day)
        continue;

      if (step->run != NULL)
        append_day (text, slot_day);
      g_string_append_c (text, signs[step->kind]);
      if (step->kind == KOYOMI_REWORK_MOVE || step->kind == KOYOMI_REWORK_ADD)
        append_day (text, step->slot.day);
      else if (step->kind == KOYOMI_REWORK_KEEP)
        append_day (text, step->slot.slot_day);
      g_string_append_c (text, ' ');
    }

  return g_strchomp (g_string_free (text, FALSE));
}

static const struct
{
  const char *claim;
  const char *old_rule;
  const char *old_first_day;
  const char *new_rule;
  const char *new_first_day;
  int         duration;
  const char *story;
  const char *steps;
} cases[] = {
  { "same-rule-changes-nothing", "every=month day=1", "2026-04-01", "every=month day=1", "2026-04-01", 1, "07=done", "" },
  { "untouched-runs-follow", "months=7,9 day=1", "2026-04-01", "months=7,9 day=5", "2026-04-01", 1, "", "07-01>07-05 09-01>09-05" },
  { "longer-runs-stay-on-their-slot", "months=7,9 day=1", "2026-04-01", "months=7,9 day=1", "2026-04-01", 3, "",
    "07-01>07-01 09-01>09-01" },
  { "done-begun-skipped-missed-stay", "every=month day=1 until=2026-11-01", "2026-06-20", "every=month day=5 until=2026-11-30",
    "2026-06-20", 1, "07=done 08=doing 09=skipped 10=missed", "07-01:07-05 08-01:08-05 09-01:09-05 10-01:10-05 11-01>11-05" },
  { "changed-by-hand-stays", "every=month day=1 until=2026-11-01", "2026-06-20", "every=month day=5 until=2026-11-30", "2026-06-20",
    1, "07=moved 08=noted 09=named 10=begun 11=proven", "07-01:07-05 08-01:08-05 09-01:09-05 10-01:10-05 11-01:11-05" },
  { "assigned-runs-follow", "months=7,9 day=1", "2026-04-01", "months=7,9 day=5", "2026-04-01", 1, "07=assigned 09=owned",
    "07-01>07-05 09-01>09-05" },
  { "assigned-runs-go", "months=7,9,11 day=1", "2026-04-01", "months=11 day=1", "2026-04-01", 1, "07=assigned 09=owned",
    "07-01- 09-01-" },
  { "before-today-stays", "months=4,5,6,7 day=10", "2026-04-01", "months=4,5,6,7 day=12", "2026-04-01", 1, "",
    "04-10:04-12 05-10:05-12 06-10:06-12 07-10>07-12" },
  { "nothing-comes-before-today", "months=7,9 day=1", "2026-04-01", "months=4,5,6,7,8,9 day=1", "2026-04-01", 1, "", "+08-01" },
  { "not-moved-to-before-today", "months=6,7 day=20", "2026-04-01", "months=6,7 day=10", "2026-04-01", 1, "",
    "06-20:06-10 07-20>07-10" },
  { "fewer-times", "every=month day=1 until=2026-09-01", "2026-06-20", "months=8 day=1", "2026-06-20", 1, "", "07-01- 09-01-" },
  { "kept-without-a-slot", "every=month day=1 until=2026-09-01", "2026-06-20", "months=8 day=1", "2026-06-20", 1, "07=moved",
    "07-01:none 09-01-" },
  { "more-often", "every=month day=6 until=2026-08-01", "2026-06-20", "every=2weeks until=2026-08-01", "2026-07-06", 1, "", "+07-20" },
  { "other-frequency-pairs-only-the-same-day", "every=month day=1 until=2026-08-01", "2026-06-20", "every=2weeks until=2026-08-01",
    "2026-07-06", 1, "07=moved", "07-01:none 08-01- +07-06 +07-20" },
  { "weekday", "every=week on=mon until=2026-07-05", "2026-06-15", "every=week on=wed until=2026-07-05", "2026-06-15", 1, "",
    "06-15>06-17 06-22>06-24 06-29>07-01" },
  { "two-a-week-in-order", "every=week on=mon,thu until=2026-06-27", "2026-06-15", "every=week on=tue,fri until=2026-06-27", "2026-06-15",
    1, "", "06-15>06-16 06-18>06-19 06-22>06-23 06-25>06-26" },
  { "quarter", "every=quarter day=1", "2026-04-01", "every=quarter month=2 day=15", "2026-04-01", 1, "",
    "04-01:05-15 07-01>08-15 10-01>11-15 01-01>02-15" },
  { "year", "months=10 day=1", "2026-04-01", "months=11 day=1", "2026-04-01", 1, "", "10-01>11-01" },
  { "month-that-was-left-out", "months=7,8,9 day=1 except=2026-08-01", "2026-04-01", "months=7,8,9 day=1 except=2026-08-01", "2026-04-01",
    2, "", "07-01>07-01 09-01>09-01" },
  { "run-of-no-rule-stays", "months=7,9 day=1", "2026-04-01", "months=7 day=1", "2026-04-01", 1, "09=extra", "09-02:none" },
  { "run-of-no-rule-stands-in", "months=7,9 day=1", "2026-04-01", "months=7,9 day=1", "2026-04-01", 1, "09=extra", "09-02:09-01" },
  { "once-moves", "", "2026-07-01", "", "2026-08-01", 2, "", "07-01>08-01" },
  { "once-moves-from-the-past", "", "2026-05-01", "", "2026-08-01", 1, "", "05-01>08-01" },
  { "once-moves-to-the-past", "", "2026-07-01", "", "2026-05-01", 1, "", "07-01>05-01" },
  { "once-moves-to-another-year", "", "2026-07-01", "", "2027-07-01", 1, "", "07-01>07-01" },
  { "once-done-stays", "", "2026-05-01", "", "2026-08-01", 1, "05=done", "05-01:08-01" },
  { "once-becomes-a-rule", "", "2026-07-01", "every=quarter", "2026-07-01", 1, "", "+10-01 +01-01" },
  { "rule-becomes-once", "every=quarter", "2026-07-01", "", "2026-07-01", 1, "", "10-01- 01-01-" },
  { "gone-from-the-year", "every=quarter", "2026-07-01", "every=quarter", "2027-07-01", 1, "07=moved", "07-01:none 10-01- 01-01-" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GHashTable) proven = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(KoyomiWorkCalendar) calendar = koyomi_work_calendar_new (NULL);
  KoyomiRework rework = {
    parse_rule (cases[i].old_rule), parse_day (cases[i].old_first_day), parse_rule (cases[i].new_rule),
    parse_day (cases[i].new_first_day), cases[i].duration, calendar, 4, parse_day ("2026-06-15"), proven,
  };
  g_autoptr(GPtrArray) runs = make_runs (&rework, cases[i].story, proven);
  g_autoptr(GArray) steps = koyomi_rework_list_steps (&rework, runs);
  g_autofree char *text = format_steps (steps);

  g_assert_cmpstr (text, ==, cases[i].steps);
}

static const struct
{
  const char *old_rule;
  const char *old_first_day;
  const char *new_rule;
  const char *new_first_day;
  const char *moved;           /* NULL: as it was */
} exceptions[] = {
  { "every=month day=1 except=2026-08-01", "2026-04-01", "every=month day=5 except=2026-08-01", "2026-04-01",
    "every=month day=5 except=2026-08-05" },
  { "every=month day=1 except=2026-08-01,2026-10-01", "2026-04-01", "every=month day=31 except=2026-08-01,2026-10-01", "2026-04-01",
    "every=month day=31 except=2026-08-31,2026-10-31" },
  { "every=month except=2026-08-01", "2026-04-01", "every=month except=2026-08-01", "2026-04-07", "every=month except=2026-08-07" },
  { "every=month day=1 holiday=skip except=2026-08-01", "2026-04-01", "every=month day=2 holiday=skip except=2026-08-01", "2026-04-01",
    "every=month day=2 holiday=skip except=2026-08-02" },
  { "every=week on=mon except=2026-08-03", "2026-04-06", "every=week on=fri except=2026-08-03", "2026-04-06",
    "every=week on=fri except=2026-08-07" },
  { "every=quarter except=2026-07-01", "2026-04-01", "every=quarter month=3 day=9 except=2026-07-01", "2026-04-01",
    "every=quarter month=3 day=9 except=2026-09-09" },
  { "months=10 day=1 except=2027-10-01", "2026-04-01", "months=3 day=2 except=2027-10-01", "2026-04-01",
    "months=3 day=2 except=2027-03-02" },
  /* Two in a period, before or after, do not say which. */
  { "every=week on=mon,thu except=2026-08-03", "2026-04-06", "every=week on=tue,fri except=2026-08-03", "2026-04-06", NULL },
  { "every=week on=mon except=2026-08-03", "2026-04-06", "every=week on=tue,fri except=2026-08-03", "2026-04-06", NULL },
  { "months=4,10 day=1 except=2027-10-01", "2026-04-01", "months=4,10 day=2 except=2027-10-01", "2026-04-01", NULL },
  /* Nor does a rule of other periods, one that has nothing there, or an exception that was never one. */
  { "every=month day=1 except=2026-08-01", "2026-04-01", "every=2months day=5 except=2026-08-01", "2026-04-01", NULL },
  { "every=month day=1 except=2026-08-01", "2026-04-01", "every=month day=5 until=2026-07-31 except=2026-08-01", "2026-04-01", NULL },
  { "every=month day=1 except=2026-08-09", "2026-04-01", "every=month day=5 except=2026-08-09", "2026-04-01", NULL },
  { "every=month day=1", "2026-04-01", "every=month day=5 except=2026-08-01", "2026-04-01", NULL },
  /* What is no exception any more does not become one. */
  { "every=month day=1 except=2026-08-01", "2026-04-01", "every=month day=5", "2026-04-01", NULL },
  { "every=month day=1 except=2026-08-01", "2026-04-01", "every=month day=1 except=2026-08-01", "2026-04-01", NULL },
};

static void
test_exceptions (void)
{
  g_autoptr(KoyomiWorkCalendar) calendar = koyomi_work_calendar_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    {
      KoyomiRework rework = {
        parse_rule (exceptions[i].old_rule), parse_day (exceptions[i].old_first_day), parse_rule (exceptions[i].new_rule),
        parse_day (exceptions[i].new_first_day), 1, calendar, 4, parse_day ("2026-06-15"), NULL,
      };
      g_autofree char *moved = NULL;

      g_test_message ("%s becomes %s", exceptions[i].old_rule, exceptions[i].new_rule);
      g_assert_true (koyomi_rework_move_exceptions (&rework) == (exceptions[i].moved != NULL));
      moved = koyomi_recurrence_format (&rework.new_rule);
      g_assert_cmpstr (moved, ==, exceptions[i].moved != NULL ? exceptions[i].moved : exceptions[i].new_rule);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/rework/", cases[i].claim, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/model/rework/exceptions-follow-where-they-can", test_exceptions);

  return g_test_run ();
}
