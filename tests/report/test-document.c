#include "koyomi-document-private.h"
#include "koyomi-document-pdf-private.h"

#include "koyomi-day.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#include <string.h>

typedef struct
{
  char          *folder;
  KoyomiSession *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static guint n_made;
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_EMPTY, .fiscal_year = 2026 };
  g_autofree char *name = g_strdup_printf ("document-%u", n_made++);
  g_autofree char *plan = NULL;
  GError *error = NULL;

  fixture->folder = koyomi_test_folder_make (name);
  plan = g_build_filename (fixture->folder, "plan.koyomi", NULL);
  koyomi_plan_create (plan, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->session = koyomi_session_open (plan, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->session);
  g_free (fixture->folder);
}

/* Told as "key=text" with blanks between. */
static KoyomiDocument *
make_document (Fixture    *fixture,
               const char *rows)
{
  g_auto(GStrv) parts = g_strsplit (rows, " ", -1);
  GError *error = NULL;
  KoyomiDocument *document = _koyomi_document_new (fixture->session, koyomi_day_new (2026, 11, 22), KOYOMI_LANGUAGE_EN, &error);
  KoyomiDocumentTable *table;

  g_assert_no_error (error);
  document->title = g_strdup ("Title");
  document->subject = g_strdup ("Subject");
  _koyomi_document_add_sheet (document, "Sheet");
  table = _koyomi_document_add_table (document, "Table");
  _koyomi_document_add_column (table, "Key", 4);
  _koyomi_document_add_column (table, "Text", 20);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (parts[i], "=", 2);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, pair[0], 0);

      _koyomi_document_add_label (row, pair[0]);
      _koyomi_document_add_text (row, pair[1]);
    }

  return document;
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *before;
    const char *now;
    const char *wanted;
  } cases[] = {
    { "a=1 b=2", "a=1 b=2", "1|2" },
    { "a=1 b=2", "b=2 a=1", "2|1" },
    { "a=1", "a=2", "△ 2" },
    { "a=1", "a=1 b=2", "1|＋ 2" },
    { "a=1 b=2", "b=2", "2|－ 1" },
    { "a=1", "a=1 b=", "1|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiDocument) before = make_document (fixture, cases[i].before);
      g_autoptr(KoyomiDocument) now = make_document (fixture, cases[i].now);
      const KoyomiDocumentTable *table = g_ptr_array_index (now->tables, 0);
      g_autoptr(GString) told = g_string_new (NULL);

      _koyomi_document_compare (now, before);
      for (guint j = 0; j < table->rows->len; j++)
        {
          const KoyomiDocumentRow *row = g_ptr_array_index (table->rows, j);
          g_autofree char *text = _koyomi_document_cell_dup_text (&g_array_index (row->cells, KoyomiDocumentCell, 1));

          g_string_append_printf (told, "%s%s", j > 0 ? "|" : "", text);
        }
      g_assert_cmpstr (told->str, ==, cases[i].wanted);
    }
}

/* However long a text is, it is broken between lines, and all of it is on some page. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  static const guint lengths[] = { 0, 1, 40, 600, 6000, 60000 };
  guint last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *text = g_strnfill (lengths[i], 'x');
      g_autofree char *rows = g_strdup_printf ("a=%s b=%s c=end", text, text);
      g_autoptr(KoyomiDocument) document = make_document (fixture, rows);
      g_autoptr(KoyomiDocumentPages) pages = _koyomi_document_pages_new (document);

      g_assert_cmpuint (_koyomi_document_pages_get_n (pages), >=, MAX (last, 1));
      last = _koyomi_document_pages_get_n (pages);
    }

  g_assert_cmpuint (last, >, 10);
  g_assert_cmpuint (last, <, 60);
}

static guint
count_pages (const KoyomiDocument *document)
{
  g_autoptr(KoyomiDocumentPages) pages = _koyomi_document_pages_new (document);

  return _koyomi_document_pages_get_n (pages);
}

/* What stands on pages: texts, broken where a page ends; a list only when it is said; nothing that is of the workbook alone. */
static void
test_sections (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GString) rows = g_string_new ("a=1");
  g_autofree char *text = g_strnfill (20000, '\n');
  g_autoptr(KoyomiDocument) document = NULL;
  KoyomiDocumentTable *table;
  guint n_pages;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (rows, " r%u=text", i);
  document = make_document (fixture, rows->str);
  table = g_ptr_array_index (document->tables, 0);
  n_pages = count_pages (document);
  g_assert_cmpuint (n_pages, >, 2);

  table->is_list = TRUE;
  g_assert_cmpuint (count_pages (document), ==, 1);
  table->has_pages = TRUE;
  g_assert_cmpuint (count_pages (document), ==, n_pages);
  table->is_list = FALSE;
  table->is_book_only = TRUE;
  g_assert_cmpuint (count_pages (document), ==, 1);

  _koyomi_document_add_text_section (document, "Text", text);
  g_assert_cmpuint (count_pages (document), >, 100);
  document->is_landscape = TRUE;
  document->has_approvals = TRUE;
  g_assert_cmpuint (count_pages (document), >, 200);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add ("/report/document/what-differs-is-marked", Fixture, NULL, set_up, test_compare, tear_down);
  g_test_add ("/report/document/long-texts-go-over-pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/report/document/sections-stand-where-they-are-told", Fixture, NULL, set_up, test_sections, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
