#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-record-edit.h"
#include "koyomi-sourcing-table.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#define JA KOYOMI_LANGUAGE_JA
#define EN KOYOMI_LANGUAGE_EN

typedef struct
{
  KoyomiSession *session;
  gint64         catalogue;
  guint32        today;
} Fixture;

static gint64
find_row (Fixture       *self,
          KoyomiTableId  table,
          int            field,
          const char    *text)
{
  g_autoptr(GPtrArray) records = koyomi_session_list (self->session, table, 0, 0, JA, NULL);

  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (records, i), field), text))
      return koyomi_record_get_id (g_ptr_array_index (records, i));

  g_assert_not_reached ();
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->today = koyomi_day_new (2026, 11, 22);
  koyomi_day_set_today (self->today);
  self->session = koyomi_test_plan_start (GPOINTER_TO_INT (data), JA);
  self->catalogue = find_row (self, KOYOMI_TABLE_CATALOGUE, KOYOMI_CATALOGUE_CODE, "isogj");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
}

static KoyomiSourcingTable *
load (Fixture *self,
      guint32  day)
{
  g_autoptr(GError) error = NULL;
  KoyomiSourcingTable *table = koyomi_session_load_sourcing (self->session, self->catalogue, day, EN, &error);

  g_assert_no_error (error);

  return table;
}

static KoyomiSourcingRow *
get_row (KoyomiSourcingTable *table,
         const char          *code)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      KoyomiSourcingRow *row = g_ptr_array_index (table->rows, i);

      if (g_str_equal (koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE), code))
        return row;
    }

  g_assert_not_reached ();
}

static void
assign (Fixture    *self,
        gint64      function,
        const char *team,
        const char *letters,
        guint32     from_day,
        guint32     to_day)
{
  g_autoptr(KoyomiRecord) record = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);

  koyomi_record_set_int (record, KOYOMI_ASSIGNMENT_FUNCTION, function);
  koyomi_record_set_int (record, KOYOMI_ASSIGNMENT_TEAM, find_row (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, team));
  koyomi_record_set_text (record, KOYOMI_ASSIGNMENT_LETTERS, letters);
  koyomi_record_set_int (record, KOYOMI_ASSIGNMENT_FROM_DAY, from_day);
  koyomi_record_set_int (record, KOYOMI_ASSIGNMENT_TO_DAY, to_day);
  g_assert_cmpint (koyomi_session_add (self->session, record, EN, NULL), !=, 0);
}

static gint64
get_function (Fixture    *self,
              const char *code)
{
  g_autoptr(KoyomiSourcingTable) table = load (self, self->today);

  return koyomi_record_get_id (get_row (table, code)->function);
}

static void
clear_assignments (Fixture *self,
                   gint64   function)
{
  g_autoptr(GPtrArray) records = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION, function, JA,
                                                      NULL);

  for (guint i = 0; i < records->len; i++)
    g_assert_true (koyomi_session_remove (self->session, KOYOMI_TABLE_ASSIGNMENT,
                                          koyomi_record_get_id (g_ptr_array_index (records, i)), EN, NULL));
}

/* A-1 is of area I, which no pattern hands out. Who is only accountable or consulted does not do it. */
static void
test_actual (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char     *team;
    const char     *letters;
    int             from;
    int             to;
    KoyomiSourcing  actual;
    gboolean        is_mismatch;
  } cases[] = {
    { "SOC", "C", 0, 0, 0, FALSE },
    { "CISO", "A", 0, 0, 0, FALSE },
    { "SOC", "RC", 0, 0, KOYOMI_SOURCING_OUTSOURCE, TRUE },
    { "CST", "R", 5, 0, KOYOMI_SOURCING_OUTSOURCE, TRUE },
    { "CST", "R", 0, -1, KOYOMI_SOURCING_OUTSOURCE, TRUE },
    { "GRP", "R", -5, 5, KOYOMI_SOURCING_INSOURCE | KOYOMI_SOURCING_OUTSOURCE, FALSE },
  };
  gint64 function = get_function (self, "A-1");

  clear_assignments (self, function);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiSourcingTable) table = NULL;
      KoyomiSourcingRow *row;

      assign (self, function, cases[i].team, cases[i].letters, cases[i].from != 0 ? self->today + cases[i].from : 0,
              cases[i].to != 0 ? self->today + cases[i].to : 0);
      table = load (self, self->today);
      row = get_row (table, "A-1");
      g_assert_cmpint (row->area, ==, KOYOMI_AREA_I);
      g_assert_cmpint (row->recommended, ==, KOYOMI_SOURCING_INSOURCE);
      g_assert_cmpint (row->actual, ==, cases[i].actual);
      g_assert_cmpint (row->is_mismatch, ==, cases[i].is_mismatch);
    }
}

/* The area is a field like any other, and the pattern a setting; both change what is recommended at once. */
static void
test_pattern (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KoyomiSourcingTable) before = load (self, self->today);
  g_autoptr(KoyomiSourcingTable) after = NULL;
  g_autoptr(KoyomiRecord) function = koyomi_session_get (self->session, KOYOMI_TABLE_FUNCTION, get_function (self, "A-1"), JA, NULL);

  g_assert_cmpint (before->pattern, ==, KOYOMI_SOURCING_PATTERN_HYBRID);
  koyomi_record_set_int (function, KOYOMI_FUNCTION_AREA, KOYOMI_AREA_III);
  g_assert_true (koyomi_session_save (self->session, function, EN, NULL));
  g_assert_true (koyomi_session_set_sourcing_pattern (self->session, KOYOMI_SOURCING_PATTERN_MINIMUM_INSOURCE, KOYOMI_LANGUAGE_EN, NULL));
  after = load (self, self->today);
  g_assert_cmpint (after->pattern, ==, KOYOMI_SOURCING_PATTERN_MINIMUM_INSOURCE);
  g_assert_cmpint (get_row (after, "A-1")->recommended, ==, KOYOMI_SOURCING_OUTSOURCE);
  g_assert_true (koyomi_session_set_sourcing_pattern (self->session, KOYOMI_SOURCING_PATTERN_MINIMUM_OUTSOURCE, KOYOMI_LANGUAGE_EN, NULL));
  g_clear_pointer (&after, koyomi_sourcing_table_free);
  after = load (self, self->today);
  g_assert_cmpint (get_row (after, "A-1")->recommended, ==, KOYOMI_SOURCING_INSOURCE);
}

/* It stays in the list, behind what is open, until its day. */
static void
test_accepts (Fixture       *self,
              gconstpointer  data)
{
  gint64 function = get_function (self, "A-1");
  g_autoptr(KoyomiSourcingTable) open = NULL;
  g_autoptr(KoyomiSourcingTable) accepted = NULL;
  g_autoptr(KoyomiSourcingTable) later = NULL;
  g_autoptr(KoyomiEntry) undoable = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  KoyomiSourcingRow *last;

  clear_assignments (self, function);
  assign (self, function, "SOC", "R", 0, 0);
  open = load (self, self->today);
  before = koyomi_test_content_hash (self->session);
  g_assert_cmpint (koyomi_session_accept_sourcing (self->session, function, " ", "", 0, EN, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_assert_cmpint (koyomi_session_accept_sourcing (self->session, function, "移行期間のため", "CISO", self->today + 30, EN, NULL), !=, 0);
  undoable = koyomi_session_get_undoable (self->session, NULL);
  g_assert_cmpstr (undoable->label, ==, "Accept the sourcing of “A-1 Overall policy management”");

  accepted = load (self, self->today + 30);
  g_assert_cmpuint (accepted->n_open, ==, open->n_open - 1);
  g_assert_cmpuint (accepted->mismatches->len, ==, open->mismatches->len);
  last = g_ptr_array_index (accepted->mismatches, accepted->mismatches->len - 1);
  g_assert_nonnull (last->waiver);
  later = load (self, self->today + 31);
  g_assert_cmpuint (later->n_open, ==, open->n_open);

  g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

/* The sample company differs from the pattern in a few functions, not in most. */
static void
test_sample (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiSourcingTable) table = load (self, self->today);

  g_assert_cmpuint (table->rows->len, ==, 54);
  for (guint i = 0; i < table->mismatches->len; i++)
    {
      KoyomiSourcingRow *row = g_ptr_array_index (table->mismatches, i);

      g_test_message ("%s, area %d: %s", koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE), row->area, row->team);
    }
  g_assert_cmpuint (table->n_open, >=, 1);
  g_assert_cmpuint (table->mismatches->len, <=, 27);
}

#define ADD(path, template, func) \
  g_test_add ("/session/sourcing-table/" path, Fixture, GINT_TO_POINTER (KOYOMI_TEMPLATE_ ## template), set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("whoever-is-responsible-counts", SAMPLE, test_actual);
  ADD ("area-and-pattern-recommend", SAMPLE, test_pattern);
  ADD ("mismatch-is-accepted-until-a-day", SAMPLE, test_accepts);
  ADD ("sample-has-some", SAMPLE, test_sample);

  return koyomi_test_folder_finish (g_test_run ());
}
