#include "koyomi-table-chooser.h"

#include <string.h>

typedef struct
{
  GtkWindow            *parent;      /* NULL once it is gone */
  GSettings            *settings;
  KoyomiLanguage        language;
  GtkFileChooserNative *native;
  gboolean              saves;       /* rather than opens */
  char                 *suffix;      /* of what is saved, with its dot; NULL for a folder, and when something is opened */
  char                 *kind;
  KoyomiChosenFunc      func;
  gpointer              data;
  GDestroyNotify        free_data;
} Chooser;

static void show_chooser (Chooser    *self,
                          GFile      *folder,
                          const char *name);

static void
free_chooser (Chooser *self)
{
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->native);
  g_object_unref (self->settings);
  g_free (self->suffix);
  g_free (self->kind);
  g_free (self);
}

static GFile *
get_start_folder (GSettings *settings)
{
  g_autofree char *last = g_settings_get_string (settings, "last-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (g_file_test (last, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (last);

  return g_file_new_for_path (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents : g_get_home_dir ());
}

static void
remember_folder (Chooser *self,
                 GFile   *file)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path != NULL && g_utf8_validate (path, -1, NULL))
    g_settings_set_string (self->settings, "last-folder", path);
}

static gboolean
has_suffix (Chooser *self,
            GFile   *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return self->suffix == NULL || g_str_has_suffix (folded, self->suffix);
}

/* What was typed, with the ending that tells programs what the file is. */
static GFile *
complete_name (Chooser *self,
               GFile   *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = g_strconcat (name, self->suffix, NULL);
  g_autoptr(GFile) folder = g_file_get_parent (file);

  return g_file_get_child (folder, whole);
}

/* A name that was completed has not been asked about yet when there is such a file. Returns: whether it is being asked now */
static gboolean
ask_again (Chooser *self,
           GFile   *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GFile) folder = g_file_get_parent (file);

  if (!g_file_query_exists (file, NULL))
    return FALSE;

  g_clear_object (&self->native);
  show_chooser (self, folder, name);

  return TRUE;
}

static void
response_cb (GtkNativeDialog *native,
             int              response,
             gpointer         data)
{
  Chooser *self = data;
  g_autoptr(GFile) chosen = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;
  g_autoptr(GFile) file = NULL;

  gtk_native_dialog_hide (native);
  if (chosen != NULL)
    {
      file = has_suffix (self, chosen) ? g_object_ref (chosen) : complete_name (self, chosen);
      if (!g_file_equal (file, chosen) && ask_again (self, file))
        return;

      remember_folder (self, file);
      self->func (file, self->data);
    }
  free_chooser (self);
}

static void
add_filters (Chooser *self)
{
  g_autoptr(GtkFileFilter) wanted = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  if (self->saves && self->suffix == NULL)
    return;

  gtk_file_filter_set_name (wanted, self->kind);
  if (self->suffix != NULL)
    gtk_file_filter_add_suffix (wanted, self->suffix + 1);
  else
    for (const char * const *suffix = (const char * const []) { "xlsx", "csv", "tsv", "txt", NULL }; *suffix != NULL; suffix++)
      gtk_file_filter_add_suffix (wanted, *suffix);

  gtk_file_filter_set_name (all, koyomi_tr (self->language, "All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->native), wanted);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->native), all);
}

static void
show_chooser (Chooser    *self,
              GFile      *folder,
              const char *name)
{
  gboolean saves = self->saves;

  self->native = gtk_file_chooser_native_new (saves ? koyomi_tr (self->language, "Export As") : koyomi_tr (self->language, "Import a Table"),
                                              self->parent, saves ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
                                              saves ? koyomi_tr (self->language, "_Save") : koyomi_tr (self->language, "_Open"),
                                              koyomi_tr (self->language, "_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->native), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->native), folder, NULL);
  add_filters (self);
  if (saves)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->native), name);
  g_signal_connect (self->native, "response", G_CALLBACK (response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->native));
}

static Chooser *
make_chooser (GtkWindow        *parent,
              GSettings        *settings,
              KoyomiLanguage    language,
              const char       *kind,
              KoyomiChosenFunc  func,
              gpointer          data,
              GDestroyNotify    free_data)
{
  Chooser *self = g_new0 (Chooser, 1);

  g_set_weak_pointer (&self->parent, parent);
  self->settings = g_object_ref (settings);
  self->language = language;
  self->kind = g_strdup (kind);
  self->func = func;
  self->data = data;
  self->free_data = free_data;

  return self;
}

/* Lets the person choose a table to import. The chooser lives until they have. */
void
koyomi_table_chooser_open (GtkWindow        *parent,
                           GSettings        *settings,
                           KoyomiLanguage    language,
                           KoyomiChosenFunc  func,
                           gpointer          data,
                           GDestroyNotify    free_data)
{
  Chooser *self = make_chooser (parent, settings, language, koyomi_tr (language, "Workbooks and text tables"), func, data, free_data);
  g_autoptr(GFile) folder = get_start_folder (settings);

  show_chooser (self, folder, NULL);
}

/**
 * koyomi_table_chooser_save:
 * @name: what is proposed, with the ending that the file is to have; without one it is a new folder
 * @kind: what such files are called, translated
 *
 * Lets the person choose where something is written. A file that is there is asked about.
 */
void
koyomi_table_chooser_save (GtkWindow        *parent,
                           GSettings        *settings,
                           KoyomiLanguage    language,
                           const char       *name,
                           const char       *kind,
                           KoyomiChosenFunc  func,
                           gpointer          data,
                           GDestroyNotify    free_data)
{
  Chooser *self = make_chooser (parent, settings, language, kind, func, data, free_data);
  g_autoptr(GFile) folder = get_start_folder (settings);

  self->saves = TRUE;
  self->suffix = g_strdup (strrchr (name, '.'));
  show_chooser (self, folder, name);
}
