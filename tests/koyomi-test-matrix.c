#include "koyomi-test-matrix.h"

#include "koyomi-day.h"

gint64
koyomi_test_matrix_get_key (KoyomiTableId  table,
                            const char    *name)
{
  return (gint64) (table + 1) << 33 | g_str_hash (name);
}

static KoyomiRecord *
add_record (GPtrArray     *records,
            KoyomiTableId  table,
            const char    *key)
{
  KoyomiRecord *record = koyomi_record_new (table);

  koyomi_record_set_int (record, table << 8, koyomi_test_matrix_get_key (table, key));
  g_ptr_array_add (records, record);

  return record;
}

static gboolean
has_record (GPtrArray  *records,
            gint64      id)
{
  for (guint i = 0; i < records->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (records, i)) == id)
      return TRUE;

  return FALSE;
}

/* The word at a place of the line; NULL when it is missing or “-”. */
static const char *
get_word (char  **words,
          guint   place)
{
  return place < g_strv_length (words) && !g_str_equal (words[place], "-") ? words[place] : NULL;
}

static void
set_day (KoyomiRecord *record,
         int           field,
         const char   *text)
{
  if (text != NULL)
    koyomi_record_set_int (record, field, koyomi_day_parse (text, NULL));
}

static void
add_team (KoyomiMatrixSource  *source,
          char               **words)
{
  KoyomiRecord *team = add_record (source->teams, KOYOMI_TABLE_TEAM, words[1]);
  const KoyomiField *kind = &koyomi_record_get_table (team)->fields[KOYOMI_FIELD_INDEX (KOYOMI_TEAM_KIND)];

  koyomi_record_set_text (team, KOYOMI_TEAM_CODE, words[1]);
  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, words[1]);
  if (get_word (words, 2) != NULL)
    koyomi_record_set_int (team, KOYOMI_TEAM_KIND, koyomi_field_find_word (kind, words[2]));
  set_day (team, KOYOMI_TEAM_ACTIVE_FROM, get_word (words, 3));
  set_day (team, KOYOMI_TEAM_ACTIVE_TO, get_word (words, 4));
}

static void
add_function (KoyomiMatrixSource  *source,
              char               **words)
{
  g_autofree char *group = g_strdup_printf ("%s:%c", words[1], words[2][0]);
  g_autofree char *key = g_strdup_printf ("%s:%s", words[1], words[2]);
  gint64 catalogue_id = koyomi_test_matrix_get_key (KOYOMI_TABLE_CATALOGUE, words[1]);
  gint64 group_id = koyomi_test_matrix_get_key (KOYOMI_TABLE_GROUP, group);
  KoyomiRecord *function;

  if (!has_record (source->catalogues, catalogue_id))
    koyomi_record_set_text (add_record (source->catalogues, KOYOMI_TABLE_CATALOGUE, words[1]), KOYOMI_CATALOGUE_CODE, words[1]);

  if (!has_record (source->groups, group_id))
    {
      KoyomiRecord *record = add_record (source->groups, KOYOMI_TABLE_GROUP, group);

      koyomi_record_set_int (record, KOYOMI_GROUP_CATALOGUE, catalogue_id);
      koyomi_record_set_int (record, KOYOMI_GROUP_POSITION, source->groups->len);
      koyomi_record_set_text (record, KOYOMI_GROUP_CODE, group);
    }

  function = add_record (source->functions, KOYOMI_TABLE_FUNCTION, key);
  koyomi_record_set_int (function, KOYOMI_FUNCTION_GROUP, group_id);
  koyomi_record_set_int (function, KOYOMI_FUNCTION_POSITION, source->functions->len);
  koyomi_record_set_text (function, KOYOMI_FUNCTION_CODE, words[2]);
  koyomi_record_set_text (function, KOYOMI_FUNCTION_NAME, key);
  koyomi_record_set_int (function, KOYOMI_FUNCTION_RETIRED, get_word (words, 3) != NULL);
}

static void
add_assignment (KoyomiMatrixSource  *source,
                char               **words)
{
  g_autofree char *key = g_strjoinv (" ", words);
  KoyomiRecord *assignment = add_record (source->assignments, KOYOMI_TABLE_ASSIGNMENT, key);

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, koyomi_test_matrix_get_key (KOYOMI_TABLE_FUNCTION, words[1]));
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, koyomi_test_matrix_get_key (KOYOMI_TABLE_TEAM, words[2]));
  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, words[3]);
  set_day (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, get_word (words, 4));
  set_day (assignment, KOYOMI_ASSIGNMENT_TO_DAY, get_word (words, 5));
  if (get_word (words, 6) != NULL)
    koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_PERSON, koyomi_test_matrix_get_key (KOYOMI_TABLE_PERSON, words[6]));
  if (get_word (words, 7) != NULL)
    koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_DEPUTY, koyomi_test_matrix_get_key (KOYOMI_TABLE_PERSON, words[7]));
}

static void
add_line (KoyomiMatrixSource  *source,
          char               **words)
{
  KoyomiRecord *record;

  if (g_str_equal (words[0], "team"))
    add_team (source, words);
  else if (g_str_equal (words[0], "function"))
    add_function (source, words);
  else if (g_str_equal (words[0], "assign"))
    add_assignment (source, words);
  else if (g_str_equal (words[0], "letter"))
    koyomi_record_set_text (add_record (source->letters, KOYOMI_TABLE_LETTER, words[1]), KOYOMI_LETTER_LETTER, words[1]);
  else if (g_str_equal (words[0], "person"))
    {
      record = add_record (source->people, KOYOMI_TABLE_PERSON, words[1]);
      koyomi_record_set_text (record, KOYOMI_PERSON_NAME, words[1]);
      koyomi_record_set_int (record, KOYOMI_PERSON_TEAM, koyomi_test_matrix_get_key (KOYOMI_TABLE_TEAM, words[2]));
    }
  else if (g_str_equal (words[0], "map"))
    {
      record = add_record (source->crosswalk, KOYOMI_TABLE_CROSSWALK, words[2]);
      koyomi_record_set_int (record, KOYOMI_CROSSWALK_FROM_FUNCTION, koyomi_test_matrix_get_key (KOYOMI_TABLE_FUNCTION, words[1]));
      koyomi_record_set_int (record, KOYOMI_CROSSWALK_TO_FUNCTION, koyomi_test_matrix_get_key (KOYOMI_TABLE_FUNCTION, words[2]));
    }
  else
    g_error ("no such line: %s", words[0]);
}

KoyomiMatrix *
koyomi_test_matrix_new (const char *lines,
                        const char *catalogue,
                        guint32     day)
{
  KoyomiMatrixSource source = { .day = day, .catalogue = koyomi_test_matrix_get_key (KOYOMI_TABLE_CATALOGUE, catalogue) };
  GPtrArray ** const lists[] = {
    &source.catalogues, &source.groups, &source.functions, &source.crosswalk, &source.teams, &source.people, &source.assignments,
    &source.letters,
  };
  g_auto(GStrv) split = g_strsplit (lines, "\n", -1);
  KoyomiMatrix *matrix;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; split[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (g_strstrip (split[i]), " ", -1);

      if (words[0] != NULL && *words[0] != '\0')
        add_line (&source, words);
    }

  matrix = koyomi_matrix_new (&source);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (*lists[i]);

  return matrix;
}

/* Returns: (transfer full): a line for each row, with its code and the cells: letters, mapped ones in brackets, flags behind: “RA/C.pdnt” */
char *
koyomi_test_matrix_print (KoyomiMatrix *matrix)
{
  GString *text = g_string_new (NULL);

  for (guint j = 0; j < koyomi_matrix_get_n_columns (matrix); j++)
    g_string_append_printf (text, "%s%s", j > 0 ? " " : "", koyomi_record_get_title (koyomi_matrix_get_column (matrix, j)->team));

  for (guint i = 0; i < koyomi_matrix_get_n_rows (matrix); i++)
    {
      g_string_append_printf (text, "\n%s:", koyomi_record_get_text (koyomi_matrix_get_row (matrix, i)->function, KOYOMI_FUNCTION_CODE));
      for (guint j = 0; j < koyomi_matrix_get_n_columns (matrix); j++)
        {
          const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (matrix, i, j);
          KoyomiAlphabet *alphabet = koyomi_matrix_get_alphabet (matrix);
          g_autofree char *own = koyomi_alphabet_format (alphabet, cell != NULL ? cell->letters : 0);
          g_autofree char *mapped = koyomi_alphabet_format (alphabet, cell != NULL ? cell->mapped : 0);

          g_string_append_printf (text, " %s", *own == '\0' && *mapped == '\0' ? "." : own);
          if (*mapped != '\0')
            g_string_append_printf (text, "(%s)", mapped);
          for (guint flag = 0; cell != NULL && flag < 4; flag++)
            if (cell->flags & 1u << flag)
              g_string_append_c (text, "pdnt"[flag]);
        }
    }

  return g_string_free (text, FALSE);
}
