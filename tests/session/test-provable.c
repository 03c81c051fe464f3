#include "koyomi-day.h"
#include "koyomi-evidence-edit.h"
#include "koyomi-history.h"
#include "koyomi-provable.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define EN KOYOMI_LANGUAGE_EN

typedef struct
{
  KoyomiSession *session;
  guint32        today;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("provable-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_SAMPLE, EN);
  self->session = koyomi_test_plan_open (path);
  self->today = koyomi_day_new (2026, 11, 22);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
}

static GPtrArray *
list (Fixture        *self,
      KoyomiProvable  kind)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *rows = koyomi_session_list_provable (self->session, kind, self->today, EN, &error);

  g_assert_no_error (error);

  return rows;
}

static void
test_runs (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) runs = list (self, KOYOMI_PROVABLE_RUN);
  KoyomiRecord *first = g_ptr_array_index (runs, 0), *last = g_ptr_array_index (runs, runs->len - 1);
  g_autofree char *name = koyomi_session_name_provable (self->session, first, EN);
  g_autofree char *day = koyomi_day_format (koyomi_record_get_day (first, KOYOMI_OCCURRENCE_FIRST_DAY));
  guint32 before = self->today;
  guint i;

  g_assert_cmpint (runs->len, ==, koyomi_session_count (self->session, KOYOMI_TABLE_OCCURRENCE, NULL));
  g_assert_true (g_str_has_prefix (name, day));
  g_assert_cmpuint (strlen (name), >, strlen (day) + 1);
  for (i = 0; koyomi_record_get_day (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_FIRST_DAY) <= self->today; i++)
    {
      g_assert_cmpuint (koyomi_record_get_day (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_FIRST_DAY), <=, before);
      before = koyomi_record_get_day (g_ptr_array_index (runs, i), KOYOMI_OCCURRENCE_FIRST_DAY);
    }
  g_assert_cmpuint (i, >, 0);
  g_assert_cmpuint (koyomi_record_get_day (last, KOYOMI_OCCURRENCE_FIRST_DAY), >, self->today);
}

/* Each incident is in one of the two lists. */
static void
test_drills (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) drills = list (self, KOYOMI_PROVABLE_DRILL);
  g_autoptr(GPtrArray) incidents = list (self, KOYOMI_PROVABLE_INCIDENT);

  g_assert_cmpuint (drills->len, >, 0);
  g_assert_cmpuint (incidents->len, >, 0);
  g_assert_cmpint (drills->len + incidents->len, ==, koyomi_session_count (self->session, KOYOMI_TABLE_INCIDENT, NULL));
  g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (incidents, 0), KOYOMI_INCIDENT_NUMBER), >,
                   koyomi_record_get_text (g_ptr_array_index (incidents, 1), KOYOMI_INCIDENT_NUMBER));
  for (guint i = 0; i < drills->len; i++)
    g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (drills, i), KOYOMI_INCIDENT_KIND), ==, KOYOMI_INCIDENT_KIND_DRILL);
}

/* An assessment has no name: it goes by its day and what was assessed. */
static void
test_maturity (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) rows = list (self, KOYOMI_PROVABLE_MATURITY);
  KoyomiRecord *row = g_ptr_array_index (rows, 0);
  g_autoptr(KoyomiRecord) function = koyomi_session_get (self->session, KOYOMI_TABLE_FUNCTION,
                                                         koyomi_record_get_int (row, KOYOMI_MATURITY_FUNCTION), EN, NULL);
  g_autofree char *day = koyomi_day_format (koyomi_record_get_day (row, KOYOMI_MATURITY_ASSESSED_DAY));
  g_autofree char *expected = g_strdup_printf ("%s %s", day, koyomi_record_get_title (function));
  g_autofree char *name = koyomi_session_name_provable (self->session, row, EN);

  g_assert_cmpstr (name, ==, expected);
}

/* Of each kind, once, in a step that is named and taken back. */
static void
test_prove (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) evidence = koyomi_session_list (self->session, KOYOMI_TABLE_EVIDENCE, 0, 0, EN, NULL);
  gint64 id = koyomi_record_get_id (g_ptr_array_index (evidence, 0));
  gint64 n_before = koyomi_session_count (self->session, KOYOMI_TABLE_PROOF, NULL);

  for (KoyomiProvable kind = 0; kind < KOYOMI_N_PROVABLES; kind++)
    {
      g_autoptr(GPtrArray) rows = list (self, kind);
      KoyomiRecord *row = g_ptr_array_index (rows, rows->len - 1);
      int field = koyomi_provable_get_field (kind);
      g_autofree char *name = koyomi_session_name_provable (self->session, row, EN);
      g_autoptr(GError) error = NULL;
      g_autoptr(KoyomiEntry) head = NULL;

      koyomi_evidence_prove (self->session, id, field, koyomi_record_get_id (row), EN, &error);
      g_assert_no_error (error);
      g_assert_false (koyomi_evidence_prove (self->session, id, field, koyomi_record_get_id (row), EN, &error));
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING);
      head = koyomi_session_get_head (self->session, NULL);
      g_assert_nonnull (strstr (head->label, name));
    }
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_PROOF, NULL), ==, n_before + KOYOMI_N_PROVABLES);
  for (int i = 0; i < KOYOMI_N_PROVABLES; i++)
    g_assert_true (koyomi_session_undo (self->session, NULL));
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_PROOF, NULL), ==, n_before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  g_test_add ("/session/provable/runs-begin-with-the-last-one", Fixture, NULL, set_up, test_runs, tear_down);
  g_test_add ("/session/provable/drills-are-apart-from-incidents", Fixture, NULL, set_up, test_drills, tear_down);
  g_test_add ("/session/provable/assessment-goes-by-its-function", Fixture, NULL, set_up, test_maturity, tear_down);
  g_test_add ("/session/provable/evidence-proves-rows-of-each-kind", Fixture, NULL, set_up, test_prove, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
