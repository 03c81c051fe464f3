#include "koyomi-cric-reference-private.h"

#include "koyomi-import-key-private.h"
#include "koyomi-reference.h"

#include <string.h>

/* Of the 31 functions, how many a table must have in their order to be the CRIC table. */
#define MIN_ALIGNED 28

/* One item that a function is known to have, in either language. */
typedef struct
{
  char *text[KOYOMI_N_LANGUAGES];
  char *folded[KOYOMI_N_LANGUAGES];   /* with blanks joined */
} Item;

typedef struct
{
  char   *name[KOYOMI_N_LANGUAGES];     /* as keys */
  char   *group[KOYOMI_N_LANGUAGES];
  GArray *items;                        /* of Item, each text once */
} Function;

/* Made once, like the tables that it is made from. */
typedef struct
{
  const KoyomiReference *functions;
  const KoyomiReference *calendar;
  const KoyomiReference *source_tasks;
  Function               function[KOYOMI_N_CRIC_FUNCTIONS];
  GHashTable            *translations;   /* key -> Item */
} Known;

static void
add_item (Known      *known,
          Function   *function,
          const char *ja,
          const char *en)
{
  Item item;

  for (guint i = 0; i < function->items->len; i++)
    if (strcmp (g_array_index (function->items, Item, i).text[KOYOMI_LANGUAGE_JA], ja) == 0)
      return;

  item = (Item) { { g_strdup (ja), g_strdup (en) }, { _koyomi_import_join_blanks (ja), _koyomi_import_join_blanks (en) } };
  g_array_append_val (function->items, item);

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      char *key = _koyomi_import_make_key (item.text[language]);

      if (g_hash_table_contains (known->translations, key))
        g_free (key);
      else
        g_hash_table_insert (known->translations, key, g_memdup2 (&item, sizeof item));
    }
}

static void
add_cell (Known      *known,
          Function   *function,
          guint       row,
          const char *column)
{
  g_auto(GStrv) ja = g_strsplit (koyomi_reference_get_localized (known->functions, row, column, KOYOMI_LANGUAGE_JA), " | ", -1);
  g_auto(GStrv) en = g_strsplit (koyomi_reference_get_localized (known->functions, row, column, KOYOMI_LANGUAGE_EN), " | ", -1);

  for (guint i = 0; ja[i] != NULL && en[i] != NULL; i++)
    if (*ja[i] != '\0')
      add_item (known, function, ja[i], en[i]);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return (int) strlen (((const Item *) b)->folded[KOYOMI_LANGUAGE_JA]) - (int) strlen (((const Item *) a)->folded[KOYOMI_LANGUAGE_JA]);
}

static void
load_function (Known *known,
               guint  row)
{
  static const char * const columns[] = { "monthly", "routine", "at_incident" };

  Function *function = &known->function[row];
  const char *number = koyomi_reference_get_text (known->functions, row, "function_no");

  function->items = g_array_new (FALSE, FALSE, sizeof (Item));
  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      function->name[language] =
        _koyomi_import_make_key (koyomi_reference_get_localized (known->functions, row, "function", language));
      function->group[language] =
        _koyomi_import_make_key (koyomi_reference_get_localized (known->functions, row, "group", language));
    }

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_cell (known, function, row, columns[i]);

  for (guint i = 0; i < koyomi_reference_get_n_rows (known->calendar); i++)
    if (strcmp (koyomi_reference_get_text (known->calendar, i, "function_no"), number) == 0)
      add_item (known, function, koyomi_reference_get_localized (known->calendar, i, "title", KOYOMI_LANGUAGE_JA),
                koyomi_reference_get_localized (known->calendar, i, "title", KOYOMI_LANGUAGE_EN));

  /* The longest first: an item may begin like another. */
  g_array_sort (function->items, compare_items);
}

static Known *
get_known (void)
{
  static Known *known;

  if (g_once_init_enter (&known))
    {
      Known *made = g_new0 (Known, 1);

      made->functions = koyomi_reference_get ("reference/functions_cric");
      made->calendar = koyomi_reference_get ("reference/calendar_cric");
      made->source_tasks = koyomi_reference_get ("reference/cric_source_tasks");
      made->translations = g_hash_table_new (g_str_hash, g_str_equal);
      g_assert (koyomi_reference_get_n_rows (made->functions) == KOYOMI_N_CRIC_FUNCTIONS);
      for (guint i = 0; i < KOYOMI_N_CRIC_FUNCTIONS; i++)
        load_function (made, i);

      g_once_init_leave (&known, made);
    }

  return known;
}

/**
 * _koyomi_cric_align:
 * @names: (element-type utf8): of the functions, in the order of the rows
 * @functions: (out caller-allocates): for each name the function that it is, or -1
 *
 * Returns: whether this is the CRIC table: nearly all of its functions in their order, in one language
 */
gboolean
_koyomi_cric_align (GPtrArray *names,
                    int       *functions)
{
  Known *known = get_known ();

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      guint next = 0;
      guint n_found = 0;

      for (guint i = 0; i < names->len; i++)
        {
          g_autofree char *key = _koyomi_import_make_key (g_ptr_array_index (names, i));
          guint j = next;

          while (j < KOYOMI_N_CRIC_FUNCTIONS && strcmp (known->function[j].name[language], key) != 0)
            j++;

          functions[i] = j < KOYOMI_N_CRIC_FUNCTIONS ? (int) j : -1;
          if (functions[i] < 0)
            continue;

          next = j + 1;
          n_found++;
        }

      if (n_found >= MIN_ALIGNED)
        return TRUE;
    }

  for (guint i = 0; i < names->len; i++)
    functions[i] = -1;

  return FALSE;
}

const char *
_koyomi_cric_get_text (int             function,
                       const char     *column,
                       KoyomiLanguage  language)
{
  return koyomi_reference_get_localized (get_known ()->functions, function, column, language);
}

const char *
_koyomi_cric_get_code (int         function,
                       const char *column)
{
  return koyomi_reference_get_text (get_known ()->functions, function, column);
}

/* Whether the label is the function's group, in either language. */
gboolean
_koyomi_cric_is_group (int         function,
                       const char *label)
{
  g_autofree char *key = _koyomi_import_make_key (label);

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    if (strcmp (get_known ()->function[function].group[language], key) == 0)
      return TRUE;

  return FALSE;
}

gboolean
_koyomi_cric_is_group_sure (int function)
{
  return strcmp (_koyomi_cric_get_code (function, "group_confidence"), "high") == 0;
}

/* Whether these are the tasks as the source table words them, which the program knows by a checksum only: it has words of its own. */
gboolean
_koyomi_cric_is_source_tasks (int         function,
                              const char *tasks)
{
  g_autofree char *key = _koyomi_import_make_key (tasks);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);

  return strcmp (koyomi_reference_get_text (get_known ()->source_tasks, function, "sha256"), checksum) == 0;
}

/* Whether these are the tasks in the program's words, in either language. */
gboolean
_koyomi_cric_is_tasks (int         function,
                       const char *tasks)
{
  g_autofree char *key = _koyomi_import_make_key (tasks);

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      g_autofree char *known = _koyomi_import_make_key (_koyomi_cric_get_text (function, "tasks", language));

      if (strcmp (known, key) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether @rest is nothing but items of the function; they are added to @found in their order. */
static gboolean
tile (const Function *function,
      const char     *rest,
      KoyomiLanguage  language,
      GPtrArray      *found)
{
  if (*rest == '\0')
    return TRUE;

  for (guint i = 0; i < function->items->len; i++)
    {
      Item *item = &g_array_index (function->items, Item, i);
      gsize length = strlen (item->folded[language]);

      if (strncmp (rest, item->folded[language], length) != 0 || (rest[length] != ' ' && rest[length] != '\0'))
        continue;

      g_ptr_array_add (found, item->text[language]);
      if (tile (function, rest[length] == ' ' ? rest + length + 1 : "", language, found))
        return TRUE;

      g_ptr_array_set_size (found, found->len - 1);
    }

  return FALSE;
}

/* Returns: (nullable) (transfer full): the function's own items that the cell consists of, or NULL when there is more in it */
char **
_koyomi_cric_split (int         function,
                    const char *cell)
{
  g_autofree char *folded = _koyomi_import_join_blanks (cell);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  /* No cell holds so many; a longer one would be tried in ever more ways. */
  if (strlen (folded) > 2000)
    return NULL;

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    if (tile (&get_known ()->function[function], folded, language, found))
      {
        g_ptr_array_add (found, NULL);
        return g_strdupv ((char **) found->pdata);
      }

  return NULL;
}

static Item *
find_known (const char *text)
{
  g_autofree char *key = _koyomi_import_make_key (text);

  return g_hash_table_lookup (get_known ()->translations, key);
}

/* Whether any function has this item. */
gboolean
_koyomi_cric_knows (const char *text)
{
  return find_known (text) != NULL;
}

/* Returns: (nullable) (transfer none): the item in @language when it is a known one */
const char *
_koyomi_cric_translate (const char     *text,
                        KoyomiLanguage  language)
{
  Item *item = find_known (text);

  return item != NULL ? item->text[language] : NULL;
}

/* Returns: the item of the source's calendar that stands there, or -1 */
int
_koyomi_cric_find_item (int         function,
                        const char *title,
                        int         month)
{
  const KoyomiReference *calendar = get_known ()->calendar;
  g_autofree char *key = _koyomi_import_make_key (title);

  for (guint i = 0; i < koyomi_reference_get_n_rows (calendar); i++)
    {
      if (koyomi_reference_get_int (calendar, i, "function_no") != function + 1 ||
          koyomi_reference_get_int (calendar, i, "month") != month)
        continue;

      for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
        {
          g_autofree char *known = _koyomi_import_make_key (koyomi_reference_get_localized (calendar, i, "title", language));

          if (strcmp (known, key) == 0)
            return i;
        }
    }

  return -1;
}

int
_koyomi_cric_get_adjusted (int item)
{
  return koyomi_reference_get_int (get_known ()->calendar, item, "adjusted_month");
}

/* Why another month is proposed. */
const char *
_koyomi_cric_get_reason (int            item,
                         KoyomiLanguage language)
{
  return koyomi_reference_get_localized (get_known ()->calendar, item, "note", language);
}
