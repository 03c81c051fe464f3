#include "koyomi-test-export.h"

#include "koyomi-day.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static const char old_text[] = "what was there before";

void
koyomi_test_export_set_up (KoyomiTestExport *self,
                           gconstpointer     data)
{
  static guint n_made;
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .fiscal_year = 2026 };
  g_autofree char *name = g_strdup_printf ("export-%u", n_made++);
  g_autofree char *plan = NULL;
  GError *error = NULL;

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->folder = koyomi_test_folder_make (name);
  self->target = g_build_filename (self->folder, "target", NULL);
  plan = g_build_filename (self->folder, "plan.koyomi", NULL);
  koyomi_plan_create (plan, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->session = koyomi_session_open (plan, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (self->target, old_text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (self->target, 0644), ==, 0);
}

void
koyomi_test_export_tear_down (KoyomiTestExport *self,
                              gconstpointer     data)
{
  g_assert_finalize_object (self->session);
  g_free (self->folder);
  g_free (self->target);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_has_prefix (name, "plan.koyomi");

  return n;
}

/* The old file is there, and no part of a new one. */
void
koyomi_test_export_assert_untouched (KoyomiTestExport *self)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (self->target, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, old_text);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

/* The new file alone is there, begins as its kind does, and only its owner may read it. The next one finds a file that others may read. */
void
koyomi_test_export_assert_private (KoyomiTestExport *self,
                                   const char       *beginning)
{
  g_autofree char *text = NULL;
  GStatBuf info;

  g_assert_cmpint (g_stat (self->target, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (self->target, &text, NULL, NULL));
  g_assert_cmpmem (text, strlen (beginning), beginning, strlen (beginning));
  g_assert_cmpuint (count_files (self->folder), ==, 1);
  g_assert_cmpint (g_chmod (self->target, 0644), ==, 0);
}
