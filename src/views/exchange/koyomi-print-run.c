#include "koyomi-print-run.h"

#define SETTINGS_GROUP "Print Settings"
#define SETUP_GROUP "Page Setup"

/* What is told once it is over. */
typedef struct
{
  KoyomiWorkspace *workspace;
  char            *failure;
} Run;

static void
free_run (gpointer  data,
          GClosure *closure)
{
  Run *run = data;

  g_object_unref (run->workspace);
  g_free (run->failure);
  g_free (run);
}

static GtkPageSetup *
make_page_setup (GSettings *settings)
{
  static const char * const papers[] = { GTK_PAPER_NAME_A3, GTK_PAPER_NAME_A4 };

  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) size = gtk_paper_size_new (papers[g_settings_get_int (settings, "paper")]);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);

  return setup;
}

/* The paper as chosen last; at first that of exports, on its side. */
static void
restore_setup (GtkPrintOperation *operation,
               GSettings         *settings)
{
  g_autofree char *text = g_settings_get_string (settings, "print-setup");
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GtkPrintSettings) printer = NULL;
  g_autoptr(GtkPageSetup) setup = NULL;

  if (g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL))
    {
      printer = gtk_print_settings_new_from_key_file (file, SETTINGS_GROUP, NULL);
      setup = gtk_page_setup_new_from_key_file (file, SETUP_GROUP, NULL);
    }

  if (setup == NULL)
    setup = make_page_setup (settings);
  gtk_print_operation_set_print_settings (operation, printer);
  gtk_print_operation_set_default_page_setup (operation, setup);
}

static void
remember_setup (GtkPrintOperation *operation,
                GSettings         *settings)
{
  GtkPrintSettings *printer = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  if (printer != NULL)
    gtk_print_settings_to_key_file (printer, file, SETTINGS_GROUP);
  if (setup != NULL)
    gtk_page_setup_to_key_file (setup, file, SETUP_GROUP);
  text = g_key_file_to_data (file, NULL, NULL);
  g_settings_set_string (settings, "print-setup", text);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 data)
{
  const Run *run = data;
  g_autoptr(GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    remember_setup (operation, koyomi_workspace_get_settings (run->workspace));
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      koyomi_workspace_fail (run->workspace, run->failure, error);
    }
}

/* Asks for printer and paper, those of the last time at first, and prints. GTK keeps the operation until it is done. @name: of the print
 * job; @failure: what is told when it fails */
void
koyomi_print_run (GtkPrintOperation *operation,
                  GtkWindow         *parent,
                  KoyomiWorkspace   *workspace,
                  const char        *name,
                  const char        *failure)
{
  Run *run = g_new0 (Run, 1);

  run->workspace = g_object_ref (workspace);
  run->failure = g_strdup (failure);
  restore_setup (operation, koyomi_workspace_get_settings (workspace));
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), run, free_run, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
