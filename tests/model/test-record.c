#include "koyomi-day.h"
#include "koyomi-record.h"

#include <math.h>

static void
count_cb (KoyomiRecord *record,
          int           field,
          gpointer      data)
{
  int *last = data;

  last[0]++;
  last[1] = field;
}

/* A choice that a later version added may be missing in the file, but has its first word in a record. */
static gboolean
can_be_none (const KoyomiField *field)
{
  return (field->flags & KOYOMI_FIELD_OPTIONAL) && field->type != KOYOMI_FIELD_BOOL && field->type != KOYOMI_FIELD_ENUM;
}

static void
test_new_is_empty (void)
{
  for (int id = 0; id < KOYOMI_N_TABLES; id++)
    {
      g_autoptr(KoyomiRecord) record = koyomi_record_new (id);
      const KoyomiTable *table = koyomi_record_get_table (record);

      g_assert_true (table == koyomi_dictionary_get_table (id));
      g_assert_cmpint (koyomi_record_get_table_id (record), ==, id);
      g_assert_cmpint (koyomi_record_get_id (record), >, 0);
      g_assert_false (koyomi_record_has_changes (record));
      g_assert_cmpstr (koyomi_record_get_title (record), ==, "");

      for (guint i = 1; i < table->n_fields; i++)
        if (can_be_none (&table->fields[i]))
          {
            g_autofree char *text = koyomi_record_format (record, id << 8 | i, KOYOMI_LANGUAGE_EN);

            g_assert_true (koyomi_record_is_none (record, id << 8 | i));
            g_assert_cmpstr (text, ==, "");
          }

      g_assert_finalize_object (g_steal_pointer (&record));
    }
}

static void
test_set_and_get (void)
{
  g_autoptr(KoyomiRecord) record = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);

  koyomi_record_set_text (record, KOYOMI_ACTIVITY_TITLE, "内部監査");
  koyomi_record_set_int (record, KOYOMI_ACTIVITY_FIRST_DAY, koyomi_day_new (2026, 9, 1));
  koyomi_record_set_int (record, KOYOMI_ACTIVITY_DURATION, 5);
  koyomi_record_set_real (record, KOYOMI_ACTIVITY_EFFORT, 2.5);
  koyomi_record_take_text (record, KOYOMI_ACTIVITY_NOTE, g_strdup ("覚え"));

  g_assert_cmpstr (koyomi_record_get_title (record), ==, "内部監査");
  g_assert_cmpstr (koyomi_record_get_text (record, KOYOMI_ACTIVITY_NOTE), ==, "覚え");
  g_assert_cmpuint (koyomi_record_get_day (record, KOYOMI_ACTIVITY_FIRST_DAY), ==, koyomi_day_new (2026, 9, 1));
  g_assert_cmpint (koyomi_record_get_int (record, KOYOMI_ACTIVITY_DURATION), ==, 5);
  g_assert_cmpfloat (koyomi_record_get_real (record, KOYOMI_ACTIVITY_EFFORT), ==, 2.5);
  g_assert_false (koyomi_record_is_none (record, KOYOMI_ACTIVITY_EFFORT));
}

static void
test_changes (void)
{
  g_autoptr(KoyomiRecord) record = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  int calls[2] = { 0, 0 };

  g_signal_connect (record, "changed", G_CALLBACK (count_cb), calls);

  koyomi_record_set_text (record, KOYOMI_ACTIVITY_TITLE, NULL);
  koyomi_record_set_text (record, KOYOMI_ACTIVITY_TITLE, "");
  koyomi_record_set_int (record, KOYOMI_ACTIVITY_DURATION, 0);
  koyomi_record_set_real (record, KOYOMI_ACTIVITY_EFFORT, NAN);
  g_assert_cmpint (calls[0], ==, 0);
  g_assert_false (koyomi_record_has_changes (record));

  koyomi_record_set_text (record, KOYOMI_ACTIVITY_TITLE, "訓練");
  g_assert_cmpint (calls[0], ==, 1);
  g_assert_cmpint (calls[1], ==, KOYOMI_ACTIVITY_TITLE);
  koyomi_record_set_text (record, KOYOMI_ACTIVITY_TITLE, "訓練");
  g_assert_cmpint (calls[0], ==, 1);
  g_assert_true (koyomi_record_is_changed (record, KOYOMI_ACTIVITY_TITLE));
  g_assert_false (koyomi_record_is_changed (record, KOYOMI_ACTIVITY_NOTE));

  koyomi_record_mark_unchanged (record);
  g_assert_false (koyomi_record_has_changes (record));
  koyomi_record_set_real (record, KOYOMI_ACTIVITY_EFFORT, 1);
  koyomi_record_set_real (record, KOYOMI_ACTIVITY_EFFORT, NAN);
  g_assert_cmpint (calls[0], ==, 3);
  g_assert_true (koyomi_record_is_none (record, KOYOMI_ACTIVITY_EFFORT));
}

static void
test_copy (void)
{
  g_autoptr(KoyomiRecord) record = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  g_autoptr(KoyomiRecord) copy = NULL;

  koyomi_record_set_language (record, KOYOMI_LANGUAGE_EN);
  koyomi_record_set_text (record, KOYOMI_ACTIVITY_TITLE, "Internal audit");
  koyomi_record_set_real (record, KOYOMI_ACTIVITY_EFFORT, 3);
  copy = koyomi_record_copy (record);
  koyomi_record_set_text (record, KOYOMI_ACTIVITY_TITLE, "Drill");

  g_assert_cmpint (koyomi_record_get_id (copy), ==, koyomi_record_get_id (record));
  g_assert_cmpstr (koyomi_record_get_title (copy), ==, "Internal audit");
  g_assert_cmpfloat (koyomi_record_get_real (copy, KOYOMI_ACTIVITY_EFFORT), ==, 3);
  g_assert_cmpint (koyomi_record_get_language (copy), ==, KOYOMI_LANGUAGE_EN);
  g_assert_false (koyomi_record_has_changes (copy));
}

static void
test_ids (void)
{
  gint64 last = 0;

  for (int i = 0; i < 10000; i++)
    {
      gint64 id = koyomi_id_new ();

      g_assert_cmpint (id, >, last);
      last = id;
    }
}

static void
assert_format (KoyomiRecord *record,
               int           field,
               const char   *ja,
               const char   *en)
{
  g_autofree char *in_ja = koyomi_record_format (record, field, KOYOMI_LANGUAGE_JA);
  g_autofree char *in_en = koyomi_record_format (record, field, KOYOMI_LANGUAGE_EN);

  if (ja != NULL)
    g_assert_cmpstr (in_ja, ==, ja);
  g_assert_cmpstr (in_en, ==, en);
}

static void
test_format (void)
{
  g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);

  koyomi_record_set_int (incident, KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_KIND_DRILL);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_DETECTED_AT, G_GINT64_CONSTANT (1795339800000));
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_IMPACT_BUSINESS, 0);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_FOUND_OUTSIDE, TRUE);
  assert_format (incident, KOYOMI_INCIDENT_KIND, NULL, "Drill");
  assert_format (incident, KOYOMI_INCIDENT_DETECTED_AT, "2026-11-22T09:30:00Z", "2026-11-22T09:30:00Z");
  assert_format (incident, KOYOMI_INCIDENT_OCCURRED_AT, "", "");
  assert_format (incident, KOYOMI_INCIDENT_IMPACT_BUSINESS, "0", "0");
  assert_format (incident, KOYOMI_INCIDENT_IMPACT_LEGAL, "", "");
  assert_format (incident, KOYOMI_INCIDENT_FOUND_OUTSIDE, NULL, "yes");

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, koyomi_day_new (2026, 4, 1));
  koyomi_record_set_real (activity, KOYOMI_ACTIVITY_EFFORT, 0.5);
  assert_format (activity, KOYOMI_ACTIVITY_FIRST_DAY, "2026-04-01", "2026-04-01");
  assert_format (activity, KOYOMI_ACTIVITY_EFFORT, "0.5", "0.5");
  assert_format (activity, KOYOMI_ACTIVITY_COST, "", "");
  koyomi_record_set_real (activity, KOYOMI_ACTIVITY_COST, 123456789);
  assert_format (activity, KOYOMI_ACTIVITY_COST, "123456789", "123456789");
  koyomi_record_set_real (activity, KOYOMI_ACTIVITY_COST, 0.1);
  assert_format (activity, KOYOMI_ACTIVITY_COST, "0.1", "0.1");
  assert_format (activity, KOYOMI_ACTIVITY_TITLE, "", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/record/new-one-of-any-table-is-empty", test_new_is_empty);
  g_test_add_func ("/model/record/gives-back-what-was-set", test_set_and_get);
  g_test_add_func ("/model/record/remembers-and-tells-changes", test_changes);
  g_test_add_func ("/model/record/copy-stands-alone", test_copy);
  g_test_add_func ("/model/record/keys-always-rise", test_ids);
  g_test_add_func ("/model/record/values-as-people-read-them", test_format);

  return g_test_run ();
}
