#include "koyomi-audit-pack.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"

#include <adwaita.h>

typedef struct
{
  KoyomiTestWindow  test;
  GtkWindow        *window;
  GtkWindow        *dialog;
  char             *folder;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->test);
  self->window = GTK_WINDOW (self->test.window);
  self->folder = g_path_get_dirname (self->test.path);
  g_assert_true (gtk_widget_activate_action (koyomi_test_widget_find (GTK_WIDGET (self->window), g_type_from_name ("KoyomiPlanView")),
                                             "plan.audit-pack", NULL));
  self->dialog = koyomi_test_dialog_wait (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->test);
  g_free (self->folder);
}

/* @form: its place among those that are offered */
static void
write_to (Fixture    *self,
          guint       form,
          const char *folder,
          const char *name)
{
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (self->dialog, ADW_TYPE_COMBO_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), "Write _as"))
      adw_combo_row_set_selected (g_ptr_array_index (rows, i), form);
  koyomi_test_dialog_press (self->dialog, "_Write…");
  koyomi_test_dialog_choose (self->dialog, folder, name);
}

/* Once it is written the dialog goes. */
static void
assert_written (Fixture    *self,
                const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(KoyomiPackCheck) check = NULL;
  g_autoptr(GError) error = NULL;

  while (koyomi_test_dialog_find (self->window) != NULL)
    g_main_context_iteration (NULL, TRUE);
  check = koyomi_pack_check (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (koyomi_pack_check_is_good (check));
  g_assert_cmpuint (check->n_files, >, 10);
}

static void
test_zip (Fixture       *self,
          gconstpointer  data)
{
  write_to (self, 0, self->folder, "pack.zip");
  assert_written (self, "pack.zip");
}

static void
test_folder (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *index = g_build_filename (self->folder, "pack", "index.html", NULL);

  write_to (self, 1, self->folder, "pack");
  assert_written (self, "pack");
  g_assert_true (g_file_test (index, G_FILE_TEST_IS_REGULAR));
}

/* What went wrong is said over the dialog, which stays with what was chosen. */
static void
test_failure (Fixture       *self,
              gconstpointer  data)
{
  GtkWindow *said;

  write_to (self, 1, "/proc", "pack");
  while ((said = koyomi_test_dialog_find (self->dialog)) == NULL || !ADW_IS_MESSAGE_DIALOG (said))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (said)), ==, "The audit pack was not written");
  g_assert_true (koyomi_test_dialog_has_line (said, "/proc/pack"));
  gtk_window_destroy (said);
  koyomi_test_widget_settle (GTK_WIDGET (self->dialog));
  g_assert_true (gtk_widget_is_sensitive (koyomi_test_dialog_find_button (self->dialog, "_Write…")));
  gtk_window_close (self->dialog);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

#define ADD(claim, test) g_test_add ("/views/audit-pack-dialog/" claim, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  koyomi_test_window_start ();

  if (KOYOMI_TEST_CHOOSES_FILES)
    {
      ADD ("zip-can-be-checked", test_zip);
      ADD ("folder-can-be-checked", test_folder);
      ADD ("failure-is-told-and-dialog-stays", test_failure);
    }

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
