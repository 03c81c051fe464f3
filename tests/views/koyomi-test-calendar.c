#include "koyomi-test-calendar.h"

#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-run-edit.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

static void
insert (KoyomiEdit   *edit,
        KoyomiRecord *record)
{
  g_autoptr(GError) error = NULL;

  koyomi_edit_insert (edit, record, &error);
  g_assert_no_error (error);
}

static KoyomiRecord *
add_group (KoyomiEdit   *edit,
           KoyomiRecord *catalogue,
           guint         number)
{
  KoyomiRecord *group = koyomi_record_new (KOYOMI_TABLE_GROUP);

  koyomi_record_set_int (group, KOYOMI_GROUP_CATALOGUE, koyomi_record_get_id (catalogue));
  koyomi_record_take_text (group, KOYOMI_GROUP_NAME, g_strdup_printf ("Group %u", number));
  koyomi_record_set_int (group, KOYOMI_GROUP_POSITION, number);
  insert (edit, group);

  return group;
}

static KoyomiRecord *
add_activity (KoyomiEdit   *edit,
              KoyomiRecord *group,
              guint         number)
{
  g_autoptr(KoyomiRecord) function = koyomi_record_new (KOYOMI_TABLE_FUNCTION);
  KoyomiRecord *activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);

  koyomi_record_set_int (function, KOYOMI_FUNCTION_GROUP, koyomi_record_get_id (group));
  koyomi_record_take_text (function, KOYOMI_FUNCTION_NAME, g_strdup_printf ("Function %u", number));
  koyomi_record_set_int (function, KOYOMI_FUNCTION_POSITION, number);
  insert (edit, function);

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, koyomi_record_get_id (function));
  koyomi_record_take_text (activity, KOYOMI_ACTIVITY_TITLE, g_strdup_printf ("Activity %u", number));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, koyomi_day_new (2026, 4, 1));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, 10);
  insert (edit, activity);

  return activity;
}

static void
add_run (KoyomiEdit   *edit,
         KoyomiRecord *activity,
         guint32       first_day,
         guint32       last_day,
         KoyomiStatus  status)
{
  g_autoptr(KoyomiRecord) run = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTIVITY, koyomi_record_get_id (activity));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_SLOT_DAY, first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_STATUS, status);
  if (status == KOYOMI_STATUS_DONE)
    {
      koyomi_record_set_int (run, KOYOMI_OCCURRENCE_PROGRESS, 100);
      koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTUAL_LAST, last_day);
    }
  insert (edit, run);
}

/* In every third function the run of May lasts until after the one of September has begun. */
static void
add_runs (KoyomiEdit   *edit,
          KoyomiRecord *activity,
          guint         number)
{
  guint32 may = koyomi_day_new (2026, 5, 11), september = koyomi_day_new (2026, 9, 7), february = koyomi_day_new (2027, 2, 8);

  add_run (edit, activity, may, number % 3 == 0 ? september + 5 : may + 20,
           number % 2 == 0 ? KOYOMI_STATUS_DONE : KOYOMI_STATUS_PLANNED);
  add_run (edit, activity, september, september + 20, KOYOMI_STATUS_DOING);
  add_run (edit, activity, february, february + 20, KOYOMI_STATUS_PLANNED);
  if (number == 0)
    add_run (edit, activity, koyomi_day_new (2027, 6, 7), koyomi_day_new (2027, 6, 18), KOYOMI_STATUS_PLANNED);
}

static void
fill_plan (KoyomiSession *session,
           guint          n_functions)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, &error);
  g_autoptr(KoyomiRecord) catalogue = koyomi_record_new (KOYOMI_TABLE_CATALOGUE);
  g_autoptr(KoyomiRecord) group = NULL;

  g_assert_no_error (error);
  koyomi_record_set_text (catalogue, KOYOMI_CATALOGUE_NAME, "Catalogue");
  insert (edit, catalogue);
  for (guint i = 0; i < n_functions; i++)
    {
      g_autoptr(KoyomiRecord) activity = NULL;

      if (i % KOYOMI_TEST_GROUP_SIZE == 0)
        {
          g_clear_object (&group);
          group = add_group (edit, catalogue, i / KOYOMI_TEST_GROUP_SIZE);
        }
      activity = add_activity (edit, group, i);
      add_runs (edit, activity, i);
    }

  koyomi_edit_commit (edit, "Fill", &error);
  g_assert_no_error (error);
}

/* Makes a plan once for all tests that want so many functions. */
static char *
make_plan (guint n_functions)
{
  const KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_EMPTY, .fiscal_year = 2026, .language = KOYOMI_LANGUAGE_EN };
  g_autofree char *folder = koyomi_test_folder_make ("plans");
  g_autofree char *name = g_strdup_printf ("%u.koyomi", n_functions);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;

  koyomi_plan_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  session = koyomi_session_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);
  fill_plan (session, n_functions);

  return path;
}

static char *
copy_plan (guint n_functions)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("calendar-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *source = make_plan (n_functions);
  char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_file_copy (source, path);

  return path;
}

/* Makes the plan and a sheet that shows it. */
void
koyomi_test_calendar_open (KoyomiTestCalendar *self,
                           guint               n_functions)
{
  g_autoptr(GError) error = NULL;

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->path = copy_plan (n_functions);
  self->session = koyomi_session_open (self->path, FALSE, NULL, &error);
  g_assert_no_error (error);

  self->settings = g_settings_new ("app.koyomi.Koyomi");
  self->workspace = koyomi_workspace_new (self->session, KOYOMI_LANGUAGE_EN, self->settings);
  self->selection = koyomi_run_selection_new ();
  self->sheet = koyomi_calendar_sheet_new (self->workspace, self->selection);
}

/* Nothing may hold on to anything. */
void
koyomi_test_calendar_close (KoyomiTestCalendar *self)
{
  g_assert_finalize_object (g_steal_pointer (&self->sheet));
  g_assert_finalize_object (g_steal_pointer (&self->selection));
  g_assert_finalize_object (g_steal_pointer (&self->workspace));
  g_assert_finalize_object (g_steal_pointer (&self->session));
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);
}

/* Returns: the line of the function, while nothing is folded or filtered */
guint
koyomi_test_calendar_find_line (guint function)
{
  return function / KOYOMI_TEST_GROUP_SIZE + 1 + function;
}

/* Returns: the run of May (0), September (1) or February (2) */
gint64
koyomi_test_calendar_get_run (KoyomiTestCalendar *self,
                              guint               function,
                              guint               number)
{
  KoyomiCalendarRow *row = g_ptr_array_index (koyomi_calendar_sheet_get_full (self->sheet)->rows, function);
  g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_FUNCTION,
                                                   koyomi_record_get_id (row->function), KOYOMI_LANGUAGE_EN, NULL);
  const int months[] = { 5, 9, 2, 6 };

  for (guint i = 0; i < runs->len; i++)
    {
      int year, month, day;

      koyomi_day_get (koyomi_record_get_day (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_ORIGINAL_FIRST), &year, &month, &day);
      if (month == months[number])
        return koyomi_record_get_id (g_ptr_array_index (runs, i));
    }

  g_assert_not_reached ();
}

gint64
koyomi_test_calendar_get_run_of_next_year (KoyomiTestCalendar *self)
{
  return koyomi_test_calendar_get_run (self, 0, KOYOMI_TEST_N_RUNS);
}

static void
changed_cb (gboolean *told)
{
  *told = TRUE;
}

/* Waits until the sheet shows an edit. */
void
koyomi_test_calendar_refresh (KoyomiTestCalendar *self)
{
  gboolean told = FALSE;
  gulong id = g_signal_connect_swapped (self->workspace, "changed", G_CALLBACK (changed_cb), &told);

  while (!told)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (self->workspace, id);
}

void
koyomi_test_calendar_move_run (KoyomiTestCalendar *self,
                               gint64              run,
                               int                 days)
{
  g_autoptr(GError) error = NULL;

  koyomi_runs_move (self->session, &run, 1, days, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  koyomi_test_calendar_refresh (self);
}

/* Waits until all rows have been read in passing. */
void
koyomi_test_calendar_read (KoyomiTestCalendar *self)
{
  while (koyomi_calendar_sheet_get_n_runs (self->sheet) == 0)
    g_main_context_iteration (NULL, TRUE);
}
