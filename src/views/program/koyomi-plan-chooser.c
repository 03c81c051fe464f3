#include "koyomi-plan-chooser.h"

#define SUFFIX ".koyomi"

typedef struct
{
  GtkFileChooserNative *native;
  GSettings            *settings;
  KoyomiFileFunc        func;
  gpointer              data;
  GClosureNotify        free_data;
} Chooser;

static void
free_chooser (gpointer  data,
              GClosure *closure)
{
  Chooser *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data, NULL);
  g_object_unref (self->settings);
  g_free (self);
}

static void
add_filter (Chooser        *self,
            KoyomiLanguage  language)
{
  g_autoptr(GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (plans, koyomi_tr (language, "Koyomi plans"));
  gtk_file_filter_add_suffix (plans, "koyomi");
  gtk_file_filter_set_name (all, koyomi_tr (language, "All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->native), plans);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->native), all);
}

static char *
get_start_folder (GSettings *settings)
{
  g_autofree char *last = g_settings_get_string (settings, "last-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (g_file_test (last, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&last);

  return g_strdup (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR) ? documents : g_get_home_dir ());
}

/* A plan's name ends in .koyomi, so that a double click opens it. */
static GFile *
complete_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = NULL;
  g_autoptr(GFile) folder = g_file_get_parent (file);

  if (g_str_has_suffix (name, SUFFIX) || folder == NULL)
    return g_object_ref (file);

  whole = g_strconcat (name, SUFFIX, NULL);

  return g_file_get_child (folder, whole);
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

static void
response_cb (GtkNativeDialog *native,
             int              response,
             gpointer         data)
{
  Chooser *self = data;
  g_autoptr(GtkNativeDialog) held = native;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) chosen = NULL;

  gtk_native_dialog_hide (native);
  if (response != GTK_RESPONSE_ACCEPT || (chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native))) == NULL)
    return;

  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (native)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    file = complete_name (chosen);
  else
    file = g_object_ref (chosen);
  remember_folder (self, file);
  self->func (file, self->data);
}

static Chooser *
make_chooser (GtkWindow             *parent,
              GSettings             *settings,
              KoyomiLanguage         language,
              GtkFileChooserAction   action,
              const char            *title,
              const char            *accept)
{
  Chooser *self = g_new0 (Chooser, 1);
  g_autofree char *path = get_start_folder (settings);
  g_autoptr(GFile) folder = g_file_new_for_path (path);

  self->settings = g_object_ref (settings);
  self->native = gtk_file_chooser_native_new (title, parent, action, accept, koyomi_tr (language, "_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->native), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->native), folder, NULL);
  add_filter (self, language);
  g_signal_connect_data (self->native, "response", G_CALLBACK (response_cb), self, free_chooser, 0);

  return self;
}

/* Lets the person choose a plan to open. The chooser lives until they have. */
void
koyomi_plan_chooser_open (GtkWindow      *parent,
                          GSettings      *settings,
                          KoyomiLanguage  language,
                          KoyomiFileFunc  func,
                          gpointer        data,
                          GClosureNotify  free_data)
{
  Chooser *self = make_chooser (parent, settings, language, GTK_FILE_CHOOSER_ACTION_OPEN, koyomi_tr (language, "Open a Plan"),
                                koyomi_tr (language, "_Open"));

  self->func = func;
  self->data = data;
  self->free_data = free_data;
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->native));
}

/* Lets the person choose where a plan is written. @name: what is proposed, with its ending */
void
koyomi_plan_chooser_save (GtkWindow      *parent,
                          GSettings      *settings,
                          KoyomiLanguage  language,
                          const char     *title,
                          const char     *name,
                          KoyomiFileFunc  func,
                          gpointer        data,
                          GClosureNotify  free_data)
{
  Chooser *self = make_chooser (parent, settings, language, GTK_FILE_CHOOSER_ACTION_SAVE, title, koyomi_tr (language, "_Save"));

  self->func = func;
  self->data = data;
  self->free_data = free_data;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->native), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->native));
}
