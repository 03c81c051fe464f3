#include "koyomi-application.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-ui.h"
#include "koyomi-window.h"

#include <adwaita.h>
#include <dlfcn.h>
#include <string.h>

typedef GType (*GetType) (void);

#define UI_FOLDER "/app/koyomi/Koyomi/ui/"

static const KoyomiLanguage languages[] = { KOYOMI_LANGUAGE_EN, KOYOMI_LANGUAGE_JA };

/* Returns: (transfer full): the descriptions in the program, without their ending */
static GStrv
list_descriptions (void)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) files = g_resources_enumerate_children (UI_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  g_assert_no_error (error);
  for (guint i = 0; files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".ui"))
      {
        g_autofree char *name = g_strndup (files[i], strlen (files[i]) - strlen (".ui"));

        g_strv_builder_add (names, name);
      }

  return g_strv_builder_end (names);
}

static const char *
read_description (const char *name)
{
  g_autofree char *path = g_strconcat (UI_FOLDER, name, ".ui", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);

  /* Resources stay where they are. */
  return g_bytes_get_data (bytes, NULL);
}

/* Returns: (transfer full) (nullable): what stands after @start in @text, up to @end */
static char *
find_between (const char *text,
              const char *start,
              const char *end)
{
  const char *found = strstr (text, start);

  return found != NULL ? g_strndup (found + strlen (start), strcspn (found + strlen (start), end)) : NULL;
}

/* A class of widgets by its name in a description: KoyomiRunHead has koyomi_run_head_get_type(). */
static GType
find_class (const char *name)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new ();

  return gtk_builder_get_type_from_name (builder, name);
}

static void
test_menu (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-plan-menu", languages[i]);
      GMenuModel *menu = G_MENU_MODEL (gtk_builder_get_object (builder, "menu"));
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;

      g_assert_true (g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
      g_assert_cmpstr (label, ==, koyomi_tr (languages[i], "_New Plan…"));
      g_assert_true (g_str_equal (label, "_New Plan…") == (languages[i] == KOYOMI_LANGUAGE_EN));
    }
}

/* Texts that are not marked stay as they are, whatever their words. */
static void
test_unmarked (void)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-shortcuts", KOYOMI_LANGUAGE_JA);
  GObject *shortcuts = gtk_builder_get_object (builder, "shortcuts");
  g_autofree char *title = NULL;
  g_autofree char *section = NULL;

  g_object_get (shortcuts, "title", &title, NULL);
  g_assert_cmpstr (title, ==, koyomi_tr (KOYOMI_LANGUAGE_JA, "Keyboard Shortcuts"));
  g_assert_cmpstr (title, !=, "Keyboard Shortcuts");
  g_object_get (shortcuts, "section-name", &section, NULL);
  g_assert_cmpstr (section, ==, "calendar");
  gtk_window_destroy (GTK_WINDOW (shortcuts));
}

/* One English word may have two Japanese ones. */
static void
test_context (void)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-preferences", KOYOMI_LANGUAGE_JA);
  GObject *window = gtk_builder_get_object (builder, "window");
  GtkWidget *page = koyomi_test_widget_find (GTK_WIDGET (window), ADW_TYPE_PREFERENCES_PAGE);

  g_assert_cmpstr (adw_preferences_page_get_title (ADW_PREFERENCES_PAGE (page)), ==,
                   koyomi_trc (KOYOMI_LANGUAGE_JA, "program", "General"));
  g_assert_cmpstr (koyomi_trc (KOYOMI_LANGUAGE_JA, "program", "General"), !=, "General");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A widget of its class, without what its class makes of it once it knows its plan. */
static void
build_template (const char     *name,
                const char     *class_name,
                KoyomiLanguage  language)
{
  static const KoyomiUiChild no_children[] = { KOYOMI_UI_END };

  GType type = find_class (class_name);
  GtkWidget *widget;

  g_assert_true (g_type_is_a (type, GTK_TYPE_WIDGET));
  widget = g_object_ref_sink (g_object_new (type, NULL));
  koyomi_ui_build (widget, type, name, language, no_children);
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  g_object_unref (widget);
}

static void
build_objects (const char     *name,
               KoyomiLanguage  language)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open (name, language);
  g_autoptr(GSList) objects = gtk_builder_get_objects (builder);

  g_assert_nonnull (objects);
  for (GSList *item = objects; item != NULL; item = item->next)
    if (GTK_IS_WINDOW (item->data))
      gtk_window_destroy (item->data);
}

/* Warnings are fatal here. */
static void
test_build (gconstpointer data)
{
  const char *name = data;
  g_autofree char *class_name = find_between (read_description (name), "<template class=\"", "\"");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (class_name != NULL)
      build_template (name, class_name, languages[i]);
    else
      build_objects (name, languages[i]);
}

/* A mnemonic that stands twice in a menu only moves to and fro. */
static void
check_mnemonics (GMenuModel *menu,
                 GHashTable *seen,
                 const char *name)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;
      const char *mark;
      g_autofree char *key = NULL;

      if (section != NULL)
        check_mnemonics (section, seen, name);
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label) || (mark = strchr (label, '_')) == NULL)
        continue;

      key = g_utf8_strdown (mark + 1, g_utf8_next_char (mark + 1) - mark - 1);
      if (!g_hash_table_add (seen, g_steal_pointer (&key)))
        {
          g_test_message ("%s: the mnemonic of “%s” stands twice", name, label);
          g_test_fail ();
        }
    }
}

static void
test_mnemonics (void)
{
  g_auto(GStrv) names = list_descriptions ();

  for (guint i = 0; names[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages) && strstr (read_description (names[i]), "<menu id") != NULL; j++)
      {
        g_autoptr(GtkBuilder) builder = NULL;
        g_autoptr(GSList) objects = NULL;

        if (strstr (read_description (names[i]), "<template") != NULL)
          continue;

        builder = koyomi_ui_open (names[i], languages[j]);
        objects = gtk_builder_get_objects (builder);
        for (GSList *item = objects; item != NULL; item = item->next)
          {
            g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

            if (G_IS_MENU_MODEL (item->data))
              check_mnemonics (item->data, seen, names[i]);
          }
      }
}

/* The classes of widgets of one folder, each of which is declared in a header of its name. */
static void
load_folder (GPtrArray  *classes,
             const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *file;

  g_assert_no_error (error);
  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *symbol = g_strdelimit (g_strdup_printf ("%.*s_get_type", (int) strcspn (file, "."), file), "-", '_');
      GetType get_type = (GetType) dlsym (RTLD_DEFAULT, symbol);

      if (g_str_has_suffix (file, ".h") && get_type != NULL && g_type_is_a (get_type (), GTK_TYPE_WIDGET))
        g_ptr_array_add (classes, g_type_class_ref (get_type ()));
    }
}

/* All classes of widgets of this layer. */
static GPtrArray *
load_classes (void)
{
  g_autofree char *layer = g_test_build_filename (G_TEST_DIST, "..", "src", "views", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (layer, 0, &error);
  GPtrArray *classes = g_ptr_array_new_with_free_func (g_type_class_unref);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (layer, name, NULL);

      if (g_file_test (folder, G_FILE_TEST_IS_DIR))
        load_folder (classes, folder);
    }

  return classes;
}

static gboolean
class_installs (GtkWidgetClass *klass,
                const char     *action)
{
  GType owner;
  const char *name, *property;
  const GVariantType *parameter;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &parameter, &property); i++)
    if (g_str_equal (name, action))
      return TRUE;

  return FALSE;
}

static gboolean
is_installed (GPtrArray    *classes,
              GActionGroup *application,
              GActionGroup *window,
              const char   *action)
{
  if (g_str_has_prefix (action, "app."))
    return g_action_group_has_action (application, action + strlen ("app."));
  if (g_str_has_prefix (action, "win."))
    return g_action_group_has_action (window, action + strlen ("win."));

  for (guint i = 0; i < classes->len; i++)
    if (class_installs (g_ptr_array_index (classes, i), action))
      return TRUE;

  return FALSE;
}

static void
check_actions (GPtrArray    *classes,
               GActionGroup *application,
               GActionGroup *window,
               const char   *name)
{
  g_autoptr(GRegex) regex = g_regex_new ("(?:name=\"action(?:-name)?\">(?:action\\()?)([a-z]+\\.[a-z-]+)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  for (g_regex_match (regex, read_description (name), 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *action = g_match_info_fetch (match, 1);

      if (!is_installed (classes, application, window, action))
        {
          g_test_message ("%s.ui: nobody installs the action %s", name, action);
          g_test_fail ();
        }
    }
}

static void
test_actions (void)
{
  g_auto(GStrv) names = list_descriptions ();
  g_autoptr(GPtrArray) classes = load_classes ();
  g_autoptr(KoyomiApplication) application = koyomi_application_new ();
  g_autoptr(GError) error = NULL;
  KoyomiWindow *window;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  window = koyomi_window_new (ADW_APPLICATION (application), koyomi_application_get_settings (application), KOYOMI_LANGUAGE_EN);
  g_assert_cmpuint (classes->len, >, 30);
  g_assert_true (is_installed (classes, G_ACTION_GROUP (application), G_ACTION_GROUP (window), "plan.undo"));
  g_assert_false (is_installed (classes, G_ACTION_GROUP (application), G_ACTION_GROUP (window), "plan.nothing"));

  for (guint i = 0; names[i] != NULL; i++)
    check_actions (classes, G_ACTION_GROUP (application), G_ACTION_GROUP (window), names[i]);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_auto(GStrv) names = NULL;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  g_test_add_func ("/views/ui/menu-is-in-chosen-language", test_menu);
  g_test_add_func ("/views/ui/what-is-not-marked-stays", test_unmarked);
  g_test_add_func ("/views/ui/context-is-looked-up", test_context);
  g_test_add_func ("/views/ui/no-mnemonic-stands-twice-in-a-menu", test_mnemonics);
  g_test_add_func ("/views/ui/every-action-is-installed", test_actions);

  names = list_descriptions ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/views/ui/builds-in-both-languages/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_build);
    }

  return koyomi_test_folder_finish (g_test_run ());
}
