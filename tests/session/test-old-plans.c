#include "koyomi-auditor.h"
#include "koyomi-breaches.h"
#include "koyomi-history.h"
#include "koyomi-record-edit.h"
#include "koyomi-session-private.h"
#include "koyomi-sourcing-table.h"
#include "koyomi-template.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"
#include "koyomi-workload.h"

/* Takes tests/data/@name, which is packed, to @path. */
static void
unpack (const char *name,
        const char *path)
{
  g_autofree char *packed = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr(GFile) from = g_file_new_for_path (packed);
  g_autoptr(GFile) to = g_file_new_for_path (path);
  g_autoptr(GConverter) gunzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) input = G_INPUT_STREAM (g_file_read (from, NULL, &error));
  g_autoptr(GInputStream) plain = NULL;
  g_autoptr(GOutputStream) output = NULL;

  g_assert_no_error (error);
  plain = g_converter_input_stream_new (input, gunzip);
  output = G_OUTPUT_STREAM (g_file_create (to, G_FILE_CREATE_NONE, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (output, plain, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
}

static char *
make_old_plan (int         version,
               const char *name)
{
  g_autofree char *packed = g_strdup_printf ("version-%d.koyomi.gz", version);
  g_autofree char *folder = koyomi_test_folder_make (name);
  char *path = g_build_filename (folder, "plan.koyomi", NULL);

  unpack (packed, path);

  return path;
}

/* Not even the step to this version is written. */
static void
test_auditor (void)
{
  g_autofree char *path = make_old_plan (6, "auditor");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *before = koyomi_test_file_hash (path);
  g_autoptr(GError) error = NULL;
  KoyomiSession *shown = koyomi_session_open_for_auditor (path, NULL, NULL, &error);
  g_autofree char *after = koyomi_test_file_hash (path);
  g_autofree char *files = koyomi_test_folder_list (folder);

  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_count (shown, KOYOMI_TABLE_FINDING, NULL), ==, 1);
  g_assert_cmpstr (koyomi_session_get_path (shown), ==, path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (files, ==, "plan.koyomi ");
  g_assert_finalize_object (shown);
}

static KoyomiRecord *
get_only (KoyomiSession *session,
          KoyomiTableId  table)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = koyomi_session_list (session, table, 0, 0, KOYOMI_LANGUAGE_JA, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);

  return g_object_ref (g_ptr_array_index (rows, 0));
}

static void
save (KoyomiSession *session,
      KoyomiRecord  *record,
      int            field,
      gint64         value)
{
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (record, field, value);
  koyomi_session_save (session, record, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): the copy that was kept of the plan at @path as it was */
static char *
find_copy (const char *path)
{
  g_autofree char *folder = _koyomi_session_dup_migration_folder (path);

  return g_build_filename (folder, "before-version-7.koyomi", NULL);
}

static void
test_opens (void)
{
  g_autofree char *path = make_old_plan (1, "opens");
  g_autofree char *before = koyomi_test_ask_sqlite3 (path, "SELECT id, letters, note FROM assignment; SELECT * FROM translation");
  g_autofree char *after = NULL;
  g_autofree char *version = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *copied_version = NULL;
  KoyomiSession *session = koyomi_test_plan_open (path);
  KoyomiRecord *activity = get_only (session, KOYOMI_TABLE_ACTIVITY);

  g_assert_true (koyomi_record_is_none (activity, KOYOMI_ACTIVITY_MATURITY));
  g_assert_cmpstr (koyomi_record_get_title (activity), ==, "監視項目の年次見直し");
  g_object_unref (activity);
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_WAIVER, NULL), ==, 0);
  koyomi_test_plan_verify (session);
  g_assert_finalize_object (session);

  after = koyomi_test_ask_sqlite3 (path, "SELECT id, letters, note FROM assignment; SELECT * FROM translation");
  version = koyomi_test_ask_sqlite3 (path, "PRAGMA user_version");
  copy = find_copy (path);
  copied_version = koyomi_test_ask_sqlite3 (copy, "PRAGMA user_version");
  g_assert_cmpstr (after, ==, before);
  g_assert_true (g_str_has_prefix (version, "7"));
  g_assert_true (g_str_has_prefix (copied_version, "1"));
}

/* Both are called plan.koyomi. */
static void
test_copies_apart (void)
{
  g_autofree char *one = make_old_plan (1, "one");
  g_autofree char *other = make_old_plan (2, "other");
  g_autofree char *one_copy = find_copy (one);
  g_autofree char *other_copy = find_copy (other);
  g_autofree char *note = NULL;
  g_autofree char *other_note = NULL;

  koyomi_test_run_sqlite3 (one, "UPDATE plan SET organisation = 'one'");
  koyomi_test_run_sqlite3 (other, "UPDATE plan SET organisation = 'other'");
  g_object_unref (koyomi_test_plan_open (one));
  g_object_unref (koyomi_test_plan_open (other));
  note = koyomi_test_ask_sqlite3 (one_copy, "SELECT organisation FROM plan");
  other_note = koyomi_test_ask_sqlite3 (other_copy, "SELECT organisation FROM plan");
  g_assert_cmpstr (g_strchomp (note), ==, "one");
  g_assert_cmpstr (g_strchomp (other_note), ==, "other");
}

/* An old plan is the same as a new one: to the next version, it must not matter where it came from. */
static void
test_is_as_a_new_one (gconstpointer data)
{
  static const char ask[] = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name";

  int version = GPOINTER_TO_INT (data);
  g_autofree char *old_name = g_strdup_printf ("as-new-%d", version);
  g_autofree char *new_name = g_strdup_printf ("new-%d", version);
  g_autofree char *path = make_old_plan (version, old_name);
  g_autofree char *folder = koyomi_test_folder_make (new_name);
  g_autofree char *new_path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autofree char *old_tables = NULL;
  g_autofree char *new_tables = NULL;

  g_object_unref (koyomi_test_plan_open (path));
  koyomi_test_plan_make (new_path, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  old_tables = koyomi_test_ask_sqlite3 (path, ask);
  new_tables = koyomi_test_ask_sqlite3 (new_path, ask);
  g_assert_cmpstr (old_tables, ==, new_tables);
}

/* Takes everything back and brings it again. */
static void
check_history (KoyomiSession *session,
               guint          n_expected,
               KoyomiTableId  emptied)
{
  g_autofree char *written = koyomi_test_content_hash (session);
  g_autofree char *redone = NULL;
  guint n_entries = 0;

  while (koyomi_session_undo (session, NULL))
    n_entries++;
  g_assert_cmpuint (n_entries, ==, n_expected);
  g_assert_cmpint (koyomi_session_count (session, emptied, NULL), ==, 0);
  while (koyomi_session_redo (session, NULL))
    n_entries--;
  g_assert_cmpuint (n_entries, ==, 0);
  redone = koyomi_test_content_hash (session);
  g_assert_cmpstr (redone, ==, written);
  koyomi_test_plan_verify (session);
}

/* Writes what version 1 had no column for, then takes back that and everything that version 1 recorded. */
static void
test_takes_back_old_entries (void)
{
  g_autofree char *path = make_old_plan (1, "undo");
  KoyomiSession *session = koyomi_test_plan_open (path);
  g_autoptr(KoyomiRecord) maturity = get_only (session, KOYOMI_TABLE_MATURITY);
  g_autoptr(KoyomiRecord) activity = get_only (session, KOYOMI_TABLE_ACTIVITY);
  g_autoptr(KoyomiRecord) proof = get_only (session, KOYOMI_TABLE_PROOF);
  g_autoptr(KoyomiRecord) person = get_only (session, KOYOMI_TABLE_PERSON);
  g_autoptr(GPtrArray) assignments = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  save (session, activity, KOYOMI_ACTIVITY_MATURITY, koyomi_record_get_id (maturity));
  save (session, proof, KOYOMI_PROOF_MATURITY, koyomi_record_get_id (maturity));
  save (session, g_ptr_array_index (assignments, 0), KOYOMI_ASSIGNMENT_DEPUTY, koyomi_record_get_id (person));

  check_history (session, 21, KOYOMI_TABLE_ASSIGNMENT);
  g_assert_finalize_object (session);
}

static void
test_shows_its_past (void)
{
  g_autofree char *path = make_old_plan (1, "past");
  g_autoptr(KoyomiSession) session = koyomi_test_plan_open (path);
  g_autoptr(KoyomiSession) past = NULL;
  g_autoptr(KoyomiRecord) activity = NULL;
  g_autoptr(GError) error = NULL;
  gint64 seq = koyomi_session_find_moment (session, "再編前", &error);

  g_assert_no_error (error);
  past = koyomi_session_open_as_of (session, seq, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  activity = get_only (past, KOYOMI_TABLE_ACTIVITY);
  g_assert_cmpstr (koyomi_record_get_title (activity), ==, "監視項目の見直し");
  g_assert_cmpint (koyomi_session_count (past, KOYOMI_TABLE_ASSIGNMENT, NULL), ==, 3);
}

static void
test_incident_stays (void)
{
  static const char ask[] = "SELECT id, number, title, detected_at, estimated FROM incident; SELECT title, due_at, done_at FROM incident_task";

  g_autofree char *path = make_old_plan (2, "incident");
  g_autofree char *before = koyomi_test_ask_sqlite3 (path, ask);
  g_autofree char *after = NULL;
  KoyomiSession *session = koyomi_test_plan_open (path);
  g_autoptr(KoyomiRecord) incident = get_only (session, KOYOMI_TABLE_INCIDENT);
  g_autoptr(KoyomiRecord) task = get_only (session, KOYOMI_TABLE_INCIDENT_TASK);
  g_autoptr(KoyomiRecord) evidence = get_only (session, KOYOMI_TABLE_EVIDENCE);

  g_assert_true (koyomi_record_is_none (incident, KOYOMI_INCIDENT_OPENED_AT));
  g_assert_cmpstr (koyomi_record_get_text (incident, KOYOMI_INCIDENT_UNKNOWN), ==, "");
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_VERDICT), ==, KOYOMI_DRILL_VERDICT_NONE);
  g_assert_cmpstr (koyomi_record_get_text (task, KOYOMI_INCIDENT_TASK_WAIVED), ==, "");
  g_assert_true (koyomi_record_is_none (evidence, KOYOMI_EVIDENCE_COLLECTED_AT));
  koyomi_test_plan_verify (session);
  g_assert_finalize_object (session);

  after = koyomi_test_ask_sqlite3 (path, ask);
  g_assert_cmpstr (after, ==, before);
}

/* What the plan does not say of a clock, the reference does. */
static void
test_clocks_say_nothing (void)
{
  g_autofree char *path = make_old_plan (2, "clocks");
  g_autoptr(KoyomiSession) session = koyomi_test_plan_open (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) clocks = koyomi_session_list (session, KOYOMI_TABLE_CLOCK, 0, 0, KOYOMI_LANGUAGE_JA, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (clocks->len, ==, 24);
  for (guint i = 0; i < clocks->len; i++)
    {
      KoyomiRecord *clock = g_ptr_array_index (clocks, i);

      g_assert_cmpint (koyomi_record_get_int (clock, KOYOMI_CLOCK_OFF), ==, FALSE);
      g_assert_true (koyomi_record_is_none (clock, KOYOMI_CLOCK_WARN_AMOUNT));
      for (int field = KOYOMI_CLOCK_NOTICE; field <= KOYOMI_CLOCK_ITEMS; field++)
        if (field != KOYOMI_CLOCK_WARN_AMOUNT)
          g_assert_cmpstr (koyomi_record_get_text (clock, field), ==, "");
    }
}

/* Writes what version 2 had no column for, then takes back that and everything that version 2 recorded. */
static void
test_takes_back_incidents (void)
{
  g_autofree char *path = make_old_plan (2, "incident-undo");
  KoyomiSession *session = koyomi_test_plan_open (path);
  g_autoptr(KoyomiRecord) incident = get_only (session, KOYOMI_TABLE_INCIDENT);
  g_autoptr(KoyomiRecord) task = get_only (session, KOYOMI_TABLE_INCIDENT_TASK);
  g_autoptr(KoyomiRecord) report = get_only (session, KOYOMI_TABLE_INCIDENT_REPORT);
  g_autoptr(KoyomiRecord) evidence = get_only (session, KOYOMI_TABLE_EVIDENCE);
  g_autoptr(KoyomiRecord) activity = get_only (session, KOYOMI_TABLE_ACTIVITY);

  koyomi_record_set_text (incident, KOYOMI_INCIDENT_UNKNOWN, "eradicated");
  save (session, incident, KOYOMI_INCIDENT_OPENED_AT, G_GINT64_CONSTANT (1789347600000));
  koyomi_record_set_text (task, KOYOMI_INCIDENT_TASK_DONE_BY, "例題 歩");
  save (session, task, KOYOMI_INCIDENT_TASK_POSITION, 2);
  koyomi_record_set_text (report, KOYOMI_INCIDENT_REPORT_ANSWERS, "personal=no");
  save (session, report, KOYOMI_INCIDENT_REPORT_DECIDED_AT, G_GINT64_CONSTANT (1789354800000));
  save (session, evidence, KOYOMI_EVIDENCE_COLLECTED_AT, G_GINT64_CONSTANT (1789354800000));
  save (session, activity, KOYOMI_ACTIVITY_INCIDENT, koyomi_record_get_id (incident));

  check_history (session, 5 + 17, KOYOMI_TABLE_INCIDENT);
  g_assert_finalize_object (session);
}

static void
test_shows_past_incidents (void)
{
  g_autofree char *path = make_old_plan (2, "incident-past");
  g_autoptr(KoyomiSession) session = koyomi_test_plan_open (path);
  g_autoptr(KoyomiSession) past = NULL;
  g_autoptr(GError) error = NULL;
  gint64 seq = koyomi_session_find_moment (session, "演習前", &error);

  g_assert_no_error (error);
  past = koyomi_session_open_as_of (session, seq, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_count (past, KOYOMI_TABLE_INCIDENT, NULL), ==, 2);
}

/* Nobody has decided anything yet; what is decided now can be taken back like the rest. */
static void
test_decides_nothing (void)
{
  g_autofree char *path = make_old_plan (3, "decisions");
  KoyomiSession *session = koyomi_test_plan_open (path);
  g_autofree char *before = koyomi_test_content_hash (session);
  g_autofree char *undone = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (koyomi_session_get_sourcing_pattern (session), ==, KOYOMI_SOURCING_PATTERN_HYBRID);
  g_assert_cmpuint (koyomi_session_get_a_limit (session), ==, KOYOMI_RULE_A_LIMIT);
  g_assert_cmpfloat (koyomi_session_get_routine_day (session), ==, KOYOMI_LOAD_ROUTINE_DAY);

  koyomi_session_set_sourcing_pattern (session, KOYOMI_SOURCING_PATTERN_FULL_INSOURCE, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_get_sourcing_pattern (session), ==, KOYOMI_SOURCING_PATTERN_FULL_INSOURCE);
  koyomi_session_undo (session, &error);
  g_assert_no_error (error);
  undone = koyomi_test_content_hash (session);
  g_assert_cmpstr (undone, ==, before);

  while (koyomi_session_undo (session, NULL))
    continue;
  while (koyomi_session_redo (session, NULL))
    continue;
  koyomi_test_plan_verify (session);
  g_assert_finalize_object (session);
}

/* What version 4 knew of a metric says nothing of how it is computed, nor whether a value was corrected. */
static void
test_metric_value_stays (void)
{
  g_autofree char *path = make_old_plan (4, "metric");
  KoyomiSession *session = koyomi_test_plan_open (path);
  g_autoptr(KoyomiRecord) value = get_only (session, KOYOMI_TABLE_METRIC_VALUE);
  g_autoptr(GPtrArray) metrics = koyomi_session_list (session, KOYOMI_TABLE_METRIC, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  g_assert_cmpfloat (koyomi_record_get_real (value, KOYOMI_METRIC_VALUE_VALUE), ==, 92.5);
  g_assert_true (koyomi_record_is_none (value, KOYOMI_METRIC_VALUE_ENTERED_AT));
  g_assert_true (koyomi_record_is_none (value, KOYOMI_METRIC_VALUE_SUPERSEDED_AT));
  g_assert_cmpuint (metrics->len, ==, 42);
  for (guint i = 0; i < metrics->len; i++)
    {
      g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (metrics, i), KOYOMI_METRIC_COMPUTATION), ==, "");
      g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (metrics, i), KOYOMI_METRIC_FREQUENCY), ==, KOYOMI_MEASURED_NOT_SET);
      g_assert_true (koyomi_record_is_none (g_ptr_array_index (metrics, i), KOYOMI_METRIC_GRACE_DAYS));
    }
  koyomi_test_plan_verify (session);
  g_assert_finalize_object (session);
}

/* Writes what version 4 had no column for, then takes back that and everything that version 4 recorded. */
static void
test_takes_back_metrics (void)
{
  g_autofree char *path = make_old_plan (4, "metric-undo");
  KoyomiSession *session = koyomi_test_plan_open (path);
  g_autoptr(KoyomiRecord) value = get_only (session, KOYOMI_TABLE_METRIC_VALUE);
  g_autoptr(KoyomiRecord) proof = get_only (session, KOYOMI_TABLE_PROOF);

  save (session, value, KOYOMI_METRIC_VALUE_SUPERSEDED_AT, G_GINT64_CONSTANT (1789354800000));
  save (session, proof, KOYOMI_PROOF_METRIC_VALUE, koyomi_record_get_id (value));

  check_history (session, 2 + 8, KOYOMI_TABLE_METRIC_VALUE);
  g_assert_finalize_object (session);
}

/* A time of which version 5 knew that it is estimated is told as a range, and all of it taken back. */
static void
test_times_become_ranges (void)
{
  g_autofree char *path = make_old_plan (5, "ranges");
  KoyomiSession *session = koyomi_test_plan_open (path);
  g_autoptr(KoyomiRecord) incident = get_only (session, KOYOMI_TABLE_INCIDENT);

  g_assert_cmpstr (koyomi_record_get_text (incident, KOYOMI_INCIDENT_ESTIMATED), ==, "occurred");
  for (int field = KOYOMI_INCIDENT_OCCURRED_UNTIL; field <= KOYOMI_INCIDENT_RECOVERED_UNTIL; field++)
    g_assert_true (koyomi_record_is_none (incident, field));

  save (session, incident, KOYOMI_INCIDENT_OCCURRED_UNTIL, G_GINT64_CONSTANT (1789354800000));

  check_history (session, 1 + 4, KOYOMI_TABLE_INCIDENT);
  g_assert_finalize_object (session);
}

/* What version 6 knew of audits and their findings says nothing of what was asked for later. */
static void
test_findings_stay (void)
{
  g_autofree char *path = make_old_plan (6, "finding");
  KoyomiSession *session = koyomi_test_plan_open (path);
  g_autoptr(KoyomiRecord) finding = get_only (session, KOYOMI_TABLE_FINDING);
  g_autoptr(KoyomiRecord) item = get_only (session, KOYOMI_TABLE_AUDIT_ITEM);
  g_autoptr(KoyomiRecord) decision = get_only (session, KOYOMI_TABLE_DECISION);

  g_assert_cmpstr (koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER), ==, "F-01");
  g_assert_cmpint (koyomi_record_get_int (finding, KOYOMI_FINDING_SOURCE), ==, KOYOMI_FINDING_SOURCE_NONE);
  g_assert_true (koyomi_record_is_none (finding, KOYOMI_FINDING_PROGRESS));
  g_assert_true (koyomi_record_is_none (finding, KOYOMI_FINDING_REOPENED_FROM));
  g_assert_cmpint (koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_SAMPLING), ==, KOYOMI_SAMPLING_PLANNED);
  g_assert_cmpint (koyomi_record_get_int (decision, KOYOMI_DECISION_KIND), ==, KOYOMI_DECISION_KIND_NONE);
  koyomi_test_plan_verify (session);
  g_assert_finalize_object (session);
}

/* Writes what version 6 had no column for, then takes back that and everything that version 6 recorded. */
static void
test_takes_back_findings (void)
{
  g_autofree char *path = make_old_plan (6, "finding-undo");
  KoyomiSession *session = koyomi_test_plan_open (path);
  g_autoptr(KoyomiRecord) finding = get_only (session, KOYOMI_TABLE_FINDING);
  g_autoptr(KoyomiRecord) item = get_only (session, KOYOMI_TABLE_AUDIT_ITEM);
  g_autoptr(KoyomiRecord) audit = get_only (session, KOYOMI_TABLE_AUDIT);

  save (session, finding, KOYOMI_FINDING_PROGRESS, 40);
  save (session, item, KOYOMI_AUDIT_ITEM_SAMPLING, KOYOMI_SAMPLING_SAMPLED);
  save (session, audit, KOYOMI_AUDIT_REPORTED_DAY, 740000);

  check_history (session, 3 + 15, KOYOMI_TABLE_FINDING);
  g_assert_finalize_object (session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/session/old-plans/version-1-opens-and-a-copy-is-kept", test_opens);
  g_test_add_func ("/session/old-plans/version-6-is-shown-to-an-auditor-as-it-is", test_auditor);
  g_test_add_func ("/session/old-plans/copies-of-plans-of-one-name-stay-apart", test_copies_apart);
  g_test_add_data_func ("/session/old-plans/version-1-is-then-as-a-new-plan", GINT_TO_POINTER (1), test_is_as_a_new_one);
  g_test_add_data_func ("/session/old-plans/version-2-is-then-as-a-new-plan", GINT_TO_POINTER (2), test_is_as_a_new_one);
  g_test_add_data_func ("/session/old-plans/version-3-is-then-as-a-new-plan", GINT_TO_POINTER (3), test_is_as_a_new_one);
  g_test_add_data_func ("/session/old-plans/version-4-is-then-as-a-new-plan", GINT_TO_POINTER (4), test_is_as_a_new_one);
  g_test_add_data_func ("/session/old-plans/version-5-is-then-as-a-new-plan", GINT_TO_POINTER (5), test_is_as_a_new_one);
  g_test_add_data_func ("/session/old-plans/version-6-is-then-as-a-new-plan", GINT_TO_POINTER (6), test_is_as_a_new_one);
  g_test_add_func ("/session/old-plans/version-1-entries-are-taken-back", test_takes_back_old_entries);
  g_test_add_func ("/session/old-plans/version-1-shows-its-past", test_shows_its_past);
  g_test_add_func ("/session/old-plans/version-2-keeps-its-incident", test_incident_stays);
  g_test_add_func ("/session/old-plans/version-2-says-nothing-new-of-a-clock", test_clocks_say_nothing);
  g_test_add_func ("/session/old-plans/version-2-entries-are-taken-back", test_takes_back_incidents);
  g_test_add_func ("/session/old-plans/version-2-shows-its-past", test_shows_past_incidents);
  g_test_add_func ("/session/old-plans/version-3-decides-nothing", test_decides_nothing);
  g_test_add_func ("/session/old-plans/version-4-keeps-its-value", test_metric_value_stays);
  g_test_add_func ("/session/old-plans/version-4-entries-are-taken-back", test_takes_back_metrics);
  g_test_add_func ("/session/old-plans/version-5-times-become-ranges-and-back", test_times_become_ranges);
  g_test_add_func ("/session/old-plans/version-6-keeps-its-finding", test_findings_stay);
  g_test_add_func ("/session/old-plans/version-6-entries-are-taken-back", test_takes_back_findings);

  return koyomi_test_folder_finish (g_test_run ());
}
