#include "koyomi-day.h"
#include "koyomi-rule-check.h"

#include <stdlib.h>
#include <string.h>

/* The facts of a row of tests/data/rules.tsv. Rows are known by a kind and a name: “team X”. */
typedef struct
{
  KoyomiRuleFacts *facts;
  GHashTable      *ids;     /* “team X” -> gint64 */
  GHashTable      *names;   /* gint64 -> “X” */
} Case;

static void
clear_case (Case *self)
{
  koyomi_rule_facts_free (self->facts);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, clear_case)

static gint64
find (Case       *self,
      const char *kind,
      const char *name)
{
  g_autofree char *key = g_strconcat (kind, " ", name, NULL);
  gint64 *id = g_hash_table_lookup (self->ids, key);

  return id != NULL ? *id : 0;
}

static KoyomiRecord *
add (Case          *self,
     GPtrArray     *list,
     KoyomiTableId  table,
     const char    *kind,
     const char    *name)
{
  KoyomiRecord *record = koyomi_record_new (table);
  gint64 id = koyomi_record_get_id (record);

  g_hash_table_insert (self->ids, g_strconcat (kind, " ", name, NULL), g_memdup2 (&id, sizeof id));
  g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), g_strdup (name));
  g_ptr_array_add (list, record);

  return record;
}

static gint64
need_catalogue (Case       *self,
                const char *code)
{
  static const char * const codes[] = { "cric", "isogj", "x1060", "own" };
  KoyomiRecord *catalogue, *group;

  if (find (self, "catalogue", code) != 0)
    return find (self, "group", code);

  catalogue = add (self, self->facts->catalogues, KOYOMI_TABLE_CATALOGUE, "catalogue", code);
  koyomi_record_set_text (catalogue, KOYOMI_CATALOGUE_CODE, code);
  koyomi_record_set_text (catalogue, KOYOMI_CATALOGUE_NAME, code);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i], code) == 0)
      koyomi_record_set_int (catalogue, KOYOMI_CATALOGUE_POSITION, i);
  group = add (self, self->facts->groups, KOYOMI_TABLE_GROUP, "group", code);
  koyomi_record_set_int (group, KOYOMI_GROUP_CATALOGUE, koyomi_record_get_id (catalogue));

  return koyomi_record_get_id (group);
}

/* “cric:18”; made when it is first named. */
static gint64
need_function (Case       *self,
               const char *name)
{
  g_auto(GStrv) parts = g_strsplit (name, ":", 2);
  KoyomiRecord *function;

  if (find (self, "function", name) != 0)
    return find (self, "function", name);

  function = add (self, self->facts->functions, KOYOMI_TABLE_FUNCTION, "function", name);
  koyomi_record_set_int (function, KOYOMI_FUNCTION_GROUP, need_catalogue (self, parts[0]));
  koyomi_record_set_text (function, KOYOMI_FUNCTION_CODE, parts[1]);
  koyomi_record_set_text (function, KOYOMI_FUNCTION_NAME, "name");
  koyomi_record_set_int (function, KOYOMI_FUNCTION_POSITION, atoi (parts[1]));

  return koyomi_record_get_id (function);
}

/* “2026-04-01..2026-11-21”, either of them open. */
static void
set_days (KoyomiRecord *record,
          int           first,
          int           last,
          const char   *days)
{
  g_auto(GStrv) parts = g_strsplit (days, "..", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  koyomi_record_set_int (record, first, *parts[0] != '\0' ? koyomi_day_parse (parts[0], NULL) : 0);
  koyomi_record_set_int (record, last, *parts[1] != '\0' ? koyomi_day_parse (parts[1], NULL) : 0);
}

static int
find_word (KoyomiTableId  table,
           int            field,
           const char    *nick)
{
  int word = koyomi_field_find_word (&koyomi_dictionary_get_table (table)->fields[KOYOMI_FIELD_INDEX (field)], nick);

  g_assert_cmpint (word, >=, 0);

  return word;
}

/* team X [KIND] [DAYS] */
static void
add_team (Case  *self,
          char **words)
{
  KoyomiRecord *team = add (self, self->facts->teams, KOYOMI_TABLE_TEAM, "team", words[1]);

  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, words[1]);
  koyomi_record_set_int (team, KOYOMI_TEAM_POSITION, self->facts->teams->len);
  if (words[2] == NULL)
    return;

  koyomi_record_set_int (team, KOYOMI_TEAM_KIND, find_word (KOYOMI_TABLE_TEAM, KOYOMI_TEAM_KIND, words[2]));
  if (words[3] != NULL)
    set_days (team, KOYOMI_TEAM_ACTIVE_FROM, KOYOMI_TEAM_ACTIVE_TO, words[3]);
}

/* person p X */
static void
add_person (Case  *self,
            char **words)
{
  KoyomiRecord *person = add (self, self->facts->people, KOYOMI_TABLE_PERSON, "person", words[1]);

  koyomi_record_set_text (person, KOYOMI_PERSON_NAME, words[1]);
  koyomi_record_set_int (person, KOYOMI_PERSON_TEAM, find (self, "team", words[2]));
}

/* X RA cric:1 [DAYS] [by p] [deputy q] */
static void
add_assignment (Case  *self,
                char **words)
{
  KoyomiRecord *assignment = add (self, self->facts->assignments, KOYOMI_TABLE_ASSIGNMENT, "assignment", words[0]);

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, find (self, "team", words[0]));
  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, words[1]);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, need_function (self, words[2]));
  for (guint i = 3; words[i] != NULL; i++)
    if (strcmp (words[i], "by") == 0)
      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_PERSON, find (self, "person", words[++i]));
    else if (strcmp (words[i], "deputy") == 0)
      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_DEPUTY, find (self, "person", words[++i]));
    else
      set_days (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, KOYOMI_ASSIGNMENT_TO_DAY, words[i]);
}

/* contract k X DAYS */
static void
add_contract (Case  *self,
              char **words)
{
  KoyomiRecord *contract = add (self, self->facts->contracts, KOYOMI_TABLE_CONTRACT, "contract", words[1]);

  koyomi_record_set_text (contract, KOYOMI_CONTRACT_TITLE, words[1]);
  koyomi_record_set_int (contract, KOYOMI_CONTRACT_TEAM, find (self, "team", words[2]));
  set_days (contract, KOYOMI_CONTRACT_FIRST_DAY, KOYOMI_CONTRACT_LAST_DAY, words[3]);
}

/* run t cric:1 X|-|X/Y DAY: of the activity t, which is X's, and itself Y's */
static void
add_run (Case  *self,
         char **words)
{
  g_auto(GStrv) teams = g_strsplit (words[3], "/", 2);
  KoyomiRecord *run;

  if (find (self, "activity", words[1]) == 0)
    {
      KoyomiRecord *activity = add (self, self->facts->activities, KOYOMI_TABLE_ACTIVITY, "activity", words[1]);

      koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, words[1]);
      koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, need_function (self, words[2]));
      koyomi_record_set_int (activity, KOYOMI_ACTIVITY_TEAM, find (self, "team", teams[0]));
    }

  run = add (self, self->facts->runs, KOYOMI_TABLE_OCCURRENCE, "run", words[1]);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTIVITY, find (self, "activity", words[1]));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, need_function (self, words[2]));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_TEAM, teams[1] != NULL ? find (self, "team", teams[1]) : 0);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, koyomi_day_parse (words[4], NULL));
}

static gint64
need_control (Case       *self,
              const char *code)
{
  g_autoptr(GPtrArray) controls = g_ptr_array_new_with_free_func (g_object_unref);

  if (find (self, "control", code) == 0)
    add (self, controls, KOYOMI_TABLE_CONTROL, "control", code);

  return find (self, "control", code);
}

/* control 8.8 cric:1; audit a X KIND STATUS DAY; item a 8.8 */
static void
add_audit (Case  *self,
           char **words)
{
  KoyomiRecord *record;

  if (strcmp (words[0], "control") == 0)
    {
      record = add (self, self->facts->function_controls, KOYOMI_TABLE_FUNCTION_CONTROL, "pair", words[1]);
      koyomi_record_set_int (record, KOYOMI_FUNCTION_CONTROL_CONTROL, need_control (self, words[1]));
      koyomi_record_set_int (record, KOYOMI_FUNCTION_CONTROL_FUNCTION, need_function (self, words[2]));
    }
  else if (strcmp (words[0], "item") == 0)
    {
      record = add (self, self->facts->audit_items, KOYOMI_TABLE_AUDIT_ITEM, "item", words[1]);
      koyomi_record_set_int (record, KOYOMI_AUDIT_ITEM_AUDIT, find (self, "audit", words[1]));
      koyomi_record_set_int (record, KOYOMI_AUDIT_ITEM_CONTROL, need_control (self, words[2]));
    }
  else
    {
      record = add (self, self->facts->audits, KOYOMI_TABLE_AUDIT, "audit", words[1]);
      koyomi_record_set_int (record, KOYOMI_AUDIT_TEAM, find (self, "team", words[2]));
      koyomi_record_set_int (record, KOYOMI_AUDIT_KIND, find_word (KOYOMI_TABLE_AUDIT, KOYOMI_AUDIT_KIND, words[3]));
      koyomi_record_set_int (record, KOYOMI_AUDIT_STATUS, find_word (KOYOMI_TABLE_AUDIT, KOYOMI_AUDIT_STATUS, words[4]));
      koyomi_record_set_int (record, KOYOMI_AUDIT_FIRST_DAY, koyomi_day_parse (words[5], NULL));
    }
}

/* waiver RULE function=cric:1,team=X DAYS */
static void
add_waiver (Case  *self,
            char **words)
{
  static const struct
  {
    const char *kind;
    int         field;
  } subjects[] = {
    { "function", KOYOMI_WAIVER_FUNCTION },
    { "team", KOYOMI_WAIVER_TEAM },
    { "person", KOYOMI_WAIVER_PERSON },
    { "contract", KOYOMI_WAIVER_CONTRACT },
    { "activity", KOYOMI_WAIVER_ACTIVITY },
  };
  KoyomiRecord *waiver = add (self, self->facts->waivers, KOYOMI_TABLE_WAIVER, "waiver", words[1]);
  g_auto(GStrv) parts = g_strsplit (words[2], ",", -1);

  koyomi_record_set_text (waiver, KOYOMI_WAIVER_RULE, words[1]);
  set_days (waiver, KOYOMI_WAIVER_DECIDED_DAY, KOYOMI_WAIVER_UNTIL_DAY, words[3]);
  for (guint i = 0; parts[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (subjects); j++)
      if (g_str_has_prefix (parts[i], subjects[j].kind))
        {
          g_assert_cmpint (find (self, subjects[j].kind, strchr (parts[i], '=') + 1), !=, 0);
          koyomi_record_set_int (waiver, subjects[j].field, find (self, subjects[j].kind, strchr (parts[i], '=') + 1));
        }
}

/* function cric:1 [retired] */
static void
add_function (Case  *self,
              char **words)
{
  gint64 id = need_function (self, words[1]);

  for (guint i = 0; i < self->facts->functions->len && words[2] != NULL; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->facts->functions, i)) == id)
      koyomi_record_set_int (g_ptr_array_index (self->facts->functions, i), KOYOMI_FUNCTION_RETIRED, TRUE);
}

static void
read_fact (Case       *self,
           const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  if (strcmp (words[0], "team") == 0)
    add_team (self, words);
  else if (strcmp (words[0], "person") == 0)
    add_person (self, words);
  else if (strcmp (words[0], "function") == 0)
    add_function (self, words);
  else if (strcmp (words[0], "contract") == 0)
    add_contract (self, words);
  else if (strcmp (words[0], "run") == 0)
    add_run (self, words);
  else if (strcmp (words[0], "waiver") == 0)
    add_waiver (self, words);
  else if (strcmp (words[0], "limit") == 0)
    self->facts->a_limit = atoi (words[1]);
  else if (strcmp (words[0], "catalogue") == 0)
    self->facts->catalogue = g_strdup (words[1]);
  else if (strcmp (words[0], "control") == 0 || strcmp (words[0], "audit") == 0 || strcmp (words[0], "item") == 0)
    add_audit (self, words);
  else
    add_assignment (self, words);
}

static Case
read_case (const char *text)
{
  Case self = {
    koyomi_rule_facts_new (),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
  };
  g_auto(GStrv) facts = g_strsplit (text, " ; ", -1);

  for (guint i = 0; facts[i] != NULL; i++)
    read_fact (&self, facts[i]);

  return self;
}

/* “no-a cric:1”: the rule, the rows that the breach is about, its day; in brackets when it is waived */
static char *
format_breach (Case         *self,
               KoyomiBreach *breach)
{
  const gint64 ids[] = { breach->function_id, breach->team_id, breach->person_id, breach->contract_id, breach->activity_id };
  g_autoptr(GString) text = g_string_new (koyomi_rule_get_nick (breach->rule));

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (ids[i] != 0)
      g_string_append_printf (text, " %s", (char *) g_hash_table_lookup (self->names, &ids[i]));

  if (breach->day != KOYOMI_DAY_NONE)
    {
      g_autofree char *day = koyomi_day_format (breach->day);

      g_string_append_printf (text, " %s", day);
    }

  return breach->is_waived ? g_strdup_printf ("(%s)", text->str) : g_strdup (text->str);
}

/* Nothing is left open in a sentence, whatever its language. */
static void
assert_sentence (KoyomiBreach *breach)
{
  g_assert_cmpstr (breach->sentence, !=, "");
  g_assert_null (strpbrk (breach->sentence, "{}%"));
  g_assert_null (strstr (breach->sentence, "“”"));
}

static char *
check_case (Case           *self,
            guint32         day,
            KoyomiLanguage  language)
{
  g_autoptr(GPtrArray) breaches = koyomi_rules_check (self->facts, day, language);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < breaches->len; i++)
    {
      assert_sentence (g_ptr_array_index (breaches, i));
      g_ptr_array_add (texts, format_breach (self, g_ptr_array_index (breaches, i)));
    }
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("; ", (char **) texts->pdata);
}

static void
test_golden (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "rules.tsv", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 4);
      for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
        {
          g_auto(Case) facts = read_case (cells[2]);
          g_autofree char *breaches = check_case (&facts, koyomi_day_parse (cells[1], NULL), language);

          if (strcmp (breaches, cells[3]) != 0)
            {
              g_test_message ("%s: “%s”, not “%s”", cells[0], breaches, cells[3]);
              g_test_fail ();
            }
        }
      n++;
    }

  g_assert_cmpuint (n, >=, 110);
}

/* Every rule is broken and kept in the table, so that one that finds nothing at all is noticed. */
static void
test_every_rule_is_tried (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "rules.tsv", NULL);
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  for (guint rule = 0; rule < KOYOMI_N_RULES; rule++)
    {
      g_autofree char *breach = g_strdup_printf ("\t%s ", koyomi_rule_get_nick (rule));
      g_autofree char *waived = g_strdup_printf ("(%s ", koyomi_rule_get_nick (rule));

      g_test_message ("%s", breach);
      g_assert_true (strstr (text, breach) != NULL || strstr (text, waived) != NULL);
    }
}

static void
test_texts (void)
{
  for (guint rule = 0; rule < KOYOMI_N_RULES; rule++)
    {
      for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
        {
          g_autofree char *demand = koyomi_rule_format_demand (rule, 7, language);

          g_assert_cmpstr (koyomi_rule_get_name (rule, language), !=, "");
          g_assert_null (strpbrk (demand, "{}"));
          g_assert_true ((strstr (demand, "7") != NULL) == (rule == KOYOMI_RULE_TOO_MANY_A));
        }
      g_assert_cmpstr (koyomi_rule_get_name (rule, KOYOMI_LANGUAGE_EN), !=, koyomi_rule_get_name (rule, KOYOMI_LANGUAGE_JA));
    }
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *facts;
    const char *en;
    const char *ja;
  } cases[] = {
    { "team X ; X R cric:1", "“1 name” has no accountable team (A).",
      "「1 name」に説明責任 (A) を持つチームがありません。" },
    { "team X ; team Y ; X RA cric:1 ; Y A cric:1", "“1 name” has 2 accountable teams (A): “X”, “Y”.",
      "「1 name」の説明責任 (A) が2チームで重複しています: 「X」・「Y」。" },
    { "team X ; team O own ..2026-11-21 ; X RA cric:1 ; O C cric:1 ; X RA cric:2 ; O C cric:2 ; X RA cric:3 ; O C cric:3 ; "
      "X RA cric:4 ; O C cric:4 ; X RA cric:5 ; O C cric:5",
      "“O” was active until 2026-11-21, but is still assigned to “1 name”, “2 name”, “3 name” and 2 more.",
      "「O」の活動は2026-11-21で終了していますが、「1 name」・「2 name」・「3 name」ほか2件に割り当てられたままです。" },
    { "team X ; team V outsourced ; contract k V 2026-04-01..2027-01-31 ; X A cric:1 ; V R cric:1",
      "The contract “k” with “V”, which is in charge of “1 name”, ends on 2027-01-31 and none follows it.",
      "「1 name」を担当する「V」との契約「k」は2027-01-31に終了し、後続の契約がありません。" },
    { "team X ; team Y ; person p X ; X R cric:1 ; Y A cric:1",
      "“1 name” depends on p alone, for whom no deputy is named.",
      "「1 name」の担当はp 1名のみで、代行者が定められていません。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
      {
        g_auto(Case) facts = read_case (cases[i].facts);
        g_autoptr(GPtrArray) breaches = koyomi_rules_check (facts.facts, koyomi_day_new (2026, 11, 22), language);

        g_assert_cmpuint (breaches->len, ==, 1);
        g_assert_cmpstr (((KoyomiBreach *) g_ptr_array_index (breaches, 0))->sentence, ==,
                         language == KOYOMI_LANGUAGE_EN ? cases[i].en : cases[i].ja);
      }
}

/* A breach leads to every function that it is about. */
static void
test_breach (void)
{
  g_auto(Case) facts = read_case ("team X ; team V outsourced ; X A cric:1 ; V R cric:1 ; X A cric:2 ; V R cric:2");
  g_autoptr(GPtrArray) before = koyomi_rules_check (facts.facts, koyomi_day_new (2026, 11, 22), KOYOMI_LANGUAGE_EN);
  g_autoptr(GPtrArray) after = NULL;
  KoyomiBreach *breach = g_ptr_array_index (before, 0);
  g_autoptr(KoyomiRecord) waiver = NULL;

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpuint (breach->function_ids->len, ==, 2);
  g_assert_cmpint (g_array_index (breach->function_ids, gint64, 1), ==, find (&facts, "function", "cric:2"));

  koyomi_record_set_text (g_ptr_array_index (facts.facts->assignments, 1), KOYOMI_ASSIGNMENT_LETTERS, "C");
  after = koyomi_rules_check (facts.facts, koyomi_day_new (2026, 11, 23), KOYOMI_LANGUAGE_JA);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpint (((KoyomiBreach *) g_ptr_array_index (after, 1))->function_id, ==, find (&facts, "function", "cric:2"));

  waiver = koyomi_breach_make_waiver (breach);
  g_assert_cmpstr (koyomi_record_get_text (waiver, KOYOMI_WAIVER_RULE), ==, "no-contract");
  g_assert_cmpint (koyomi_record_get_int (waiver, KOYOMI_WAIVER_TEAM), ==, breach->team_id);
  g_assert_true (koyomi_record_is_none (waiver, KOYOMI_WAIVER_FUNCTION));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/rules/cases", test_golden);
  g_test_add_func ("/model/rules/every-rule-is-tried", test_every_rule_is_tried);
  g_test_add_func ("/model/rules/have-texts-in-both-languages", test_texts);
  g_test_add_func ("/model/rules/sentences-read-well", test_sentences);
  g_test_add_func ("/model/rules/breach-is-known-again", test_breach);

  return g_test_run ();
}
