#include "koyomi-day.h"
#include "koyomi-plan-error.h"
#include "koyomi-record-store.h"
#include "koyomi-schema.h"
#include "koyomi-test-record.h"
#include "koyomi-text.h"

#include <math.h>
#include <string.h>

typedef struct
{
  KoyomiDatabase    *db;
  KoyomiRecordStore  store;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->db = koyomi_database_new_in_memory (&error);
  koyomi_schema_create (self->db, &error);
  g_assert_no_error (error);
  self->store = (KoyomiRecordStore) { self->db, KOYOMI_LANGUAGE_JA };
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->db);
}

static KoyomiRecord *
read_back (Fixture        *self,
           KoyomiRecord   *record,
           KoyomiLanguage  language)
{
  g_autoptr(GError) error = NULL;
  KoyomiRecord *found = koyomi_record_store_get (&self->store, koyomi_record_get_table_id (record),
                                                 koyomi_record_get_id (record), language, &error);

  g_assert_no_error (error);
  g_assert_false (koyomi_record_has_changes (found));

  return found;
}

static void
assert_same (KoyomiRecord *a,
             KoyomiRecord *b)
{
  const KoyomiTable *table = koyomi_record_get_table (a);

  for (guint i = 0; i < table->n_fields; i++)
    {
      int field = koyomi_record_get_table_id (a) << 8 | i;

      g_test_message ("%s.%s", table->name, table->fields[i].name);
      g_assert_cmpint (koyomi_record_is_none (a, field), ==, koyomi_record_is_none (b, field));
      if (table->fields[i].type == KOYOMI_FIELD_TEXT)
        g_assert_cmpstr (koyomi_record_get_text (a, field), ==, koyomi_record_get_text (b, field));
      else if (table->fields[i].type != KOYOMI_FIELD_REAL)
        g_assert_cmpint (koyomi_record_get_int (a, field), ==, koyomi_record_get_int (b, field));
      else if (!koyomi_record_is_none (a, field))
        g_assert_cmpfloat (koyomi_record_get_real (a, field), ==, koyomi_record_get_real (b, field));
    }
}

static void
fill (KoyomiRecord *record,
      GRand        *random)
{
  const KoyomiTable *table = koyomi_record_get_table (record);

  for (guint i = 1; i < table->n_fields; i++)
    {
      int field = koyomi_record_get_table_id (record) << 8 | i;

      if (table->fields[i].type == KOYOMI_FIELD_REF)
        koyomi_record_set_int (record, field, (table->fields[i].flags & KOYOMI_FIELD_OPTIONAL) && g_rand_boolean (random)
                                              ? 0 : g_rand_int_range (random, 1, G_MAXINT));
      else
        koyomi_test_record_set_random (record, field, random);
    }
  koyomi_test_record_mend (record);
}

static void
test_round_trip (Fixture       *self,
                 gconstpointer  data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  /* What the rows refer to is of no concern here. */
  g_assert_true (koyomi_database_run (self->db, "PRAGMA foreign_keys = OFF", NULL));

  for (int id = 0; id < KOYOMI_N_TABLES; id++)
    for (int i = 0; i < 40; i++)
      {
        g_autoptr(KoyomiRecord) record = koyomi_record_new (id);
        g_autoptr(KoyomiRecord) inserted = NULL;
        g_autoptr(KoyomiRecord) updated = NULL;
        g_autoptr(GError) error = NULL;

        fill (record, random);
        koyomi_record_store_insert (&self->store, record, &error);
        g_assert_no_error (error);
        g_assert_false (koyomi_record_has_changes (record));
        inserted = read_back (self, record, KOYOMI_LANGUAGE_JA);
        assert_same (inserted, record);

        fill (inserted, random);
        koyomi_record_store_update (&self->store, inserted, &error);
        g_assert_no_error (error);
        updated = read_back (self, record, KOYOMI_LANGUAGE_JA);
        assert_same (updated, inserted);
      }
}

static KoyomiRecord *
make_team (Fixture    *self,
           const char *name)
{
  g_autoptr(GError) error = NULL;
  KoyomiRecord *team = koyomi_record_new (KOYOMI_TABLE_TEAM);

  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  koyomi_record_store_insert (&self->store, team, &error);
  g_assert_no_error (error);

  return team;
}

static void
test_longest_text (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(KoyomiRecord) team = NULL;
  g_autoptr(KoyomiRecord) found = NULL;
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < KOYOMI_TEXT_MAX_LENGTH; i++)
    g_string_append_unichar (text, 0x3042 + i % 80);

  team = make_team (self, text->str);
  found = read_back (self, team, KOYOMI_LANGUAGE_JA);
  g_assert_cmpstr (koyomi_record_get_title (found), ==, text->str);

  g_string_append (text, "あ");
  koyomi_record_set_text (found, KOYOMI_TEAM_NAME, text->str);
  g_assert_false (koyomi_record_store_update (&self->store, found, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
}

static void
test_border (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *written;   /* NULL where it is refused */
  } cases[] = {
    { "か\u3099", "が" },
    { "  前後の空白\t", "前後の空白" },
    { "一行目\r\n二行目", "一行目\n二行目" },
    { "①㈱ｶﾅ", "①㈱ｶﾅ" },
    { "\xff\xfe", NULL },
    { "\xe3\x81", NULL },
    { "\xed\xa0\x80", NULL },
    { "bell \a", NULL },
    { "escape \x1b[31m", NULL },
    { "delete \x7f", NULL },
    { "no character \xef\xbf\xbf", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);
      g_autoptr(KoyomiRecord) found = NULL;
      g_autoptr(GError) error = NULL;
      gboolean done;

      koyomi_record_set_text (team, KOYOMI_TEAM_NAME, cases[i].text);
      done = koyomi_record_store_insert (&self->store, team, &error);
      g_assert_cmpint (done, ==, cases[i].written != NULL);
      if (!done)
        {
          g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
          g_assert_nonnull (strstr (error->message, "team"));
          g_assert_nonnull (strstr (error->message, "field name"));
          g_clear_error (&error);
          g_assert_false (koyomi_record_store_translate (&self->store, KOYOMI_TEAM_NAME, 1, KOYOMI_LANGUAGE_EN, cases[i].text, &error));
          g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
          continue;
        }

      found = read_back (self, team, KOYOMI_LANGUAGE_JA);
      g_assert_cmpstr (koyomi_record_get_title (found), ==, cases[i].written);
    }
}

static void
assert_names (Fixture      *self,
              KoyomiRecord *team,
              const char   *ja,
              const char   *en)
{
  g_autoptr(KoyomiRecord) in_ja = read_back (self, team, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiRecord) in_en = read_back (self, team, KOYOMI_LANGUAGE_EN);

  g_assert_cmpstr (koyomi_record_get_title (in_ja), ==, ja);
  g_assert_cmpstr (koyomi_record_get_title (in_en), ==, en);
  g_assert_cmpint (koyomi_record_get_language (in_en), ==, KOYOMI_LANGUAGE_EN);
}

static gint64
count_translations (Fixture *self)
{
  gint64 count;

  g_assert_true (koyomi_database_get_number (self->db, "SELECT count (*) FROM translation", &count, NULL));

  return count;
}

static void
rename_team (Fixture        *self,
             KoyomiRecord   *team,
             KoyomiLanguage  language,
             const char     *name)
{
  g_autoptr(KoyomiRecord) found = read_back (self, team, language);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (found, KOYOMI_TEAM_NAME, name);
  koyomi_record_set_int (found, KOYOMI_TEAM_POSITION, 3);
  koyomi_record_store_update (&self->store, found, &error);
  g_assert_no_error (error);
}

static void
test_translations (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(KoyomiRecord) team = make_team (self, "運用班");
  g_autoptr(KoyomiRecord) other = make_team (self, "監査班");
  g_autoptr(GError) error = NULL;

  assert_names (self, team, "運用班", "運用班");
  rename_team (self, team, KOYOMI_LANGUAGE_EN, "Operations");
  rename_team (self, other, KOYOMI_LANGUAGE_EN, "Audit");
  assert_names (self, team, "運用班", "Operations");
  rename_team (self, team, KOYOMI_LANGUAGE_JA, "運用チーム");
  assert_names (self, team, "運用チーム", "Operations");
  rename_team (self, team, KOYOMI_LANGUAGE_EN, "");
  assert_names (self, team, "運用チーム", "運用チーム");
  g_assert_cmpint (count_translations (self), ==, 1);

  koyomi_record_store_translate (&self->store, KOYOMI_TEAM_NAME, koyomi_record_get_id (team), KOYOMI_LANGUAGE_EN, "Ops", &error);
  g_assert_no_error (error);
  assert_names (self, team, "運用チーム", "Ops");
  assert_names (self, other, "監査班", "Audit");

  koyomi_record_store_delete (&self->store, KOYOMI_TABLE_TEAM, koyomi_record_get_id (team), &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_translations (self), ==, 1);
  assert_names (self, other, "監査班", "Audit");
}

static void
test_one_text (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KoyomiRecord) team = make_team (self, "");

  /* There is nothing to translate yet. */
  rename_team (self, team, KOYOMI_LANGUAGE_EN, "Operations");
  assert_names (self, team, "Operations", "Operations");
  g_assert_cmpint (count_translations (self), ==, 0);

  rename_team (self, team, KOYOMI_LANGUAGE_EN, "Operations team");
  rename_team (self, team, KOYOMI_LANGUAGE_JA, "運用班");
  assert_names (self, team, "運用班", "Operations team");
  rename_team (self, team, KOYOMI_LANGUAGE_JA, "");
  assert_names (self, team, "", "");
  g_assert_cmpint (count_translations (self), ==, 0);
}

static void
test_lists (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiRecord) team = make_team (self, "運用班");
  g_autoptr(KoyomiRecord) other = make_team (self, "監査班");
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 6; i++)
    {
      g_autoptr(KoyomiRecord) person = koyomi_record_new (KOYOMI_TABLE_PERSON);

      koyomi_record_set_int (person, KOYOMI_PERSON_TEAM, koyomi_record_get_id (i % 2 == 0 ? team : other));
      koyomi_record_set_int (person, KOYOMI_PERSON_POSITION, 10 - i);
      koyomi_record_store_insert (&self->store, person, &error);
      g_assert_no_error (error);
    }

  people = koyomi_record_store_list (&self->store, KOYOMI_TABLE_PERSON, KOYOMI_PERSON_TEAM, koyomi_record_get_id (team),
                                     KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 3);
  for (guint i = 0; i < people->len; i++)
    g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (people, i), KOYOMI_PERSON_POSITION), ==, 6 + 2 * i);
  g_assert_cmpint (koyomi_record_store_count (&self->store, KOYOMI_TABLE_PERSON, &error), ==, 6);
}

static void
assert_refused (Fixture      *self,
                KoyomiRecord *record,
                const char   *field)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (koyomi_record_store_insert (&self->store, record, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, koyomi_record_get_table (record)->name));
  g_assert_nonnull (strstr (error->message, field));
}

static void
test_constraints (Fixture       *self,
                  gconstpointer  data)
{
  static const struct
  {
    int         field;
    gint64      value;
  } cases[] = {
    { KOYOMI_RISK_LIKELIHOOD, 0 },
    { KOYOMI_RISK_IMPACT, 6 },
    { KOYOMI_RISK_STATUS, 99 },
    { KOYOMI_RISK_TREATMENT, -1 },
    { KOYOMI_RISK_ACTIVITY, 404 },
    { KOYOMI_RISK_DUE_DAY, -1 },
    { KOYOMI_RISK_DUE_DAY, (gint64) KOYOMI_DAY_LAST + 1 },
    { KOYOMI_PERSON_TEAM, 0 },
    { KOYOMI_PERSON_TEAM, 404 },
    { KOYOMI_DAY_OFF_LAST_DAY, 2 },
    { KOYOMI_PLAN_FISCAL_START_MONTH, 13 },
    { KOYOMI_INCIDENT_FOUND_OUTSIDE, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiTableId id = KOYOMI_FIELD_TABLE (cases[i].field);
      const KoyomiTable *table = koyomi_dictionary_get_table (id);
      g_autoptr(KoyomiRecord) record = koyomi_record_new (id);

      if (id == KOYOMI_TABLE_RISK)
        for (int field = KOYOMI_RISK_LIKELIHOOD; field <= KOYOMI_RISK_TARGET_IMPACT; field++)
          koyomi_record_set_int (record, field, 3);
      if (id == KOYOMI_TABLE_PLAN)
        koyomi_record_set_int (record, KOYOMI_PLAN_CREATED_DAY, 1);
      if (id == KOYOMI_TABLE_DAY_OFF)
        koyomi_record_set_int (record, KOYOMI_DAY_OFF_FIRST_DAY, 3);
      koyomi_record_set_int (record, cases[i].field, cases[i].value);
      assert_refused (self, record, table->fields[KOYOMI_FIELD_INDEX (cases[i].field)].name);
    }
}

static void
test_numbers (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);
  g_autoptr(KoyomiRecord) value = koyomi_record_new (KOYOMI_TABLE_METRIC_VALUE);
  g_autoptr(KoyomiRecord) other = koyomi_record_new (KOYOMI_TABLE_TEAM);

  koyomi_record_set_real (team, KOYOMI_TEAM_CAPACITY, INFINITY);
  assert_refused (self, team, "capacity");
  koyomi_record_set_real (team, KOYOMI_TEAM_CAPACITY, -INFINITY);
  assert_refused (self, team, "capacity");
  koyomi_record_set_real (team, KOYOMI_TEAM_CAPACITY, -1);
  assert_refused (self, team, "capacity");

  koyomi_record_set_int (value, KOYOMI_METRIC_VALUE_METRIC, 1);
  koyomi_record_set_int (value, KOYOMI_METRIC_VALUE_MONTH, 1);
  koyomi_record_set_real (value, KOYOMI_METRIC_VALUE_VALUE, NAN);
  assert_refused (self, value, "value");

  koyomi_record_set_int (other, KOYOMI_TEAM_POSITION, KOYOMI_NO_INT);
  assert_refused (self, other, "position");
}

static void
test_gone (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(KoyomiRecord) team = make_team (self, "運用班");
  g_autoptr(KoyomiRecord) missing = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (koyomi_record_store_delete (&self->store, KOYOMI_TABLE_TEAM, koyomi_record_get_id (team), NULL));

  missing = koyomi_record_store_get (&self->store, KOYOMI_TABLE_TEAM, koyomi_record_get_id (team), KOYOMI_LANGUAGE_JA, &error);
  g_assert_null (missing);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
  g_clear_error (&error);

  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, "監査班");
  g_assert_false (koyomi_record_store_update (&self->store, team, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Nor does its text in the other language come to stand alone. */
  koyomi_record_set_language (team, KOYOMI_LANGUAGE_EN);
  koyomi_record_mark_unchanged (team);
  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, "Audit");
  g_assert_false (koyomi_record_store_update (&self->store, team, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
  g_assert_cmpint (count_translations (self), ==, 0);
}

#define ADD(path, func) g_test_add ("/store/record-store/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("every-table-gives-back-what-was-written", test_round_trip);
  ADD ("longest-text", test_longest_text);
  ADD ("text-is-cleaned-or-refused", test_border);
  ADD ("texts-in-each-language", test_translations);
  ADD ("new-text-is-the-only-one", test_one_text);
  ADD ("lists-by-reference-and-in-order", test_lists);
  ADD ("broken-rule-names-table-and-field", test_constraints);
  ADD ("numbers-are-finite-and-there", test_numbers);
  ADD ("row-that-is-gone-is-not-found", test_gone);

  return g_test_run ();
}
