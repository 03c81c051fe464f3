#include "koyomi-calendar-view.h"
#include "koyomi-incident-view.h"
#include "koyomi-matrix-view.h"
#include "koyomi-metric-view.h"
#include "koyomi-part-row.h"
#include "koyomi-run-inspector.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-ui.h"

#include <string.h>

static KoyomiApplication *application;

/* A key and what it does, as far as that can be said. */
typedef struct
{
  char *key;
  char *action;
  char *owner;
} Bound;

typedef struct
{
  KoyomiTestWindow  test;
  GHashTable       *listed;   /* (element-type utf8): the keys that the window of shortcuts names */
  GPtrArray        *bound;    /* (element-type Bound): those that do something while a run has the focus */
} Fixture;

static void
free_bound (gpointer data)
{
  Bound *self = data;

  g_free (self->key);
  g_free (self->action);
  g_free (self->owner);
  g_free (self);
}

/* Returns: (transfer full): the key as GTK writes it, those of the keypad as what they stand for */
static char *
name_key (guint           key,
          GdkModifierType modifiers)
{
  const char *name = gdk_keyval_name (key);

  if (g_str_has_prefix (name, "KP_") && gdk_keyval_from_name (name + strlen ("KP_")) != GDK_KEY_VoidSymbol)
    key = gdk_keyval_from_name (name + strlen ("KP_"));

  return gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers);
}

/* Keys of another view do nothing in this one, and letters are typed. */
static gboolean
is_elsewhere (GtkWidget  *section,
              const char *other)
{
  g_autofree char *name = NULL;

  g_object_get (section, "section-name", &name, NULL);

  return g_str_has_prefix (name, other);
}

static gboolean
is_letter (guint            key,
           GdkModifierType  modifiers)
{
  return modifiers == 0 && g_unichar_isalpha (gdk_keyval_to_unicode (key));
}

/* @others: how the sections of other views are called */
static void
list_keys (GHashTable        *listed,
           GtkWidget         *widget,
           const char *const *others)
{
  g_autofree char *keys = NULL;
  g_auto(GStrv) parts = NULL;

  for (guint i = 0; GTK_IS_SHORTCUTS_SECTION (widget) && others[i] != NULL; i++)
    if (is_elsewhere (widget, others[i]))
      return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_keys (listed, child, others);
  /* Beside the sections there is a copy of each shortcut to be searched. */
  if (!GTK_IS_SHORTCUTS_SHORTCUT (widget) || gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUTS_SECTION) == NULL)
    return;

  g_object_get (widget, "accelerator", &keys, NULL);
  parts = g_strsplit (keys, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      GdkModifierType modifiers;
      guint key;

      g_assert_true (gtk_accelerator_parse (parts[i], &key, &modifiers));
      if (!is_letter (key, modifiers))
        g_hash_table_add (listed, name_key (key, modifiers));
    }
}

static GHashTable *
load_listed (const char *const *others)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-shortcuts", KOYOMI_LANGUAGE_EN);
  GtkWidget *shortcuts = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));
  GHashTable *listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  list_keys (listed, shortcuts, others);
  gtk_window_destroy (GTK_WINDOW (shortcuts));
  g_assert_cmpuint (g_hash_table_size (listed), >, 10);

  return listed;
}

static const Bound *
find_bound (GPtrArray  *bound,
            const char *key)
{
  for (guint i = 0; i < bound->len; i++)
    if (g_str_equal (((Bound *) g_ptr_array_index (bound, i))->key, key))
      return g_ptr_array_index (bound, i);

  return NULL;
}

static void
add_bound (GPtrArray  *bound,
           char       *key,
           char       *action,
           const char *owner)
{
  Bound *self = g_new0 (Bound, 1);

  self->key = key;
  self->action = action;
  self->owner = g_strdup (owner);
  g_ptr_array_add (bound, self);
}

static void
bound_cb (GtkWidget   *widget,
          GtkShortcut *shortcut,
          gpointer     data)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
  GVariant *arguments = gtk_shortcut_get_arguments (shortcut);
  g_autofree char *action = gtk_shortcut_action_to_string (gtk_shortcut_get_action (shortcut));
  g_autofree char *text = arguments != NULL ? g_variant_print (arguments, FALSE) : g_strdup ("");

  if (GTK_IS_KEYVAL_TRIGGER (trigger))
    add_bound (data, name_key (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                               gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger))),
               g_strconcat (action, " ", text, NULL), G_OBJECT_TYPE_NAME (widget));
}

static void
add_keys_of_application (GPtrArray *bound)
{
  g_auto(GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto(GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          GdkModifierType modifiers;
          guint key;

          g_assert_true (gtk_accelerator_parse (keys[j], &key, &modifiers));
          add_bound (bound, name_key (key, modifiers), g_strdup_printf ("action(%s) ", actions[i]), "KoyomiApplication");
        }
    }
}

/* What GTK itself binds in every window is nothing of ours. */
static gboolean
is_of_gtk (GPtrArray   *of_gtk,
           const Bound *bound)
{
  const Bound *same = find_bound (of_gtk, bound->key);

  return !g_str_has_prefix (bound->owner, "Koyomi") || (same != NULL && g_str_equal (same->action, bound->action));
}

static void
show_run (Fixture *self)
{
  koyomi_calendar_rows_show_run (koyomi_test_window_get_rows (&self->test), koyomi_test_window_find_run (&self->test));
}

/* Returns: the sections of the views that are not shown */
static const char *const *
show (Fixture    *self,
      const char *view)
{
  static const char *const not_of_calendar[] = { "matrix", "incidents", "kpis", "maturity", "reports", NULL };
  static const char *const not_of_matrix[] = { "calendar", "editing", "general", "incidents", "kpis", "maturity", "reports", NULL };
  static const char *const not_of_incidents[] = { "calendar", "editing", "general", "kpis", "matrix", "maturity", "reports", NULL };
  static const char *const not_of_kpis[] = { "calendar", "editing", "general", "incidents", "matrix", "maturity", "reports", NULL };

  if (view == NULL)
    {
      show_run (self);
      return not_of_calendar;
    }

  if (g_str_equal (view, "matrix"))
    {
      koyomi_test_window_show_view (&self->test, 2, KOYOMI_TYPE_MATRIX_VIEW);
      return not_of_matrix;
    }

  if (g_str_equal (view, "incidents"))
    {
      koyomi_test_window_show_view (&self->test, 3, KOYOMI_TYPE_INCIDENT_VIEW);
      return not_of_incidents;
    }

  koyomi_test_window_show_view (&self->test, 4, KOYOMI_TYPE_METRIC_VIEW);

  return not_of_kpis;
}

/* What a line of the lists beside the board does when it has the focus. */
static void
add_keys_of_lists (Fixture *self)
{
  GtkWidget *row = koyomi_test_widget_find (GTK_WIDGET (self->test.window), KOYOMI_TYPE_PART_ROW);

  if (row != NULL)
    koyomi_test_widget_for_each_shortcut (row, bound_cb, self->bound);
}

/* @data: (nullable): "matrix", "incidents" or "kpis", else the calendar is shown */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const char *const *others;

  koyomi_test_window_open (&self->test);
  others = show (self, data);
  self->listed = load_listed (others);
  self->bound = g_ptr_array_new_with_free_func (free_bound);
  for (GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (self->test.window)); widget != NULL; widget = gtk_widget_get_parent (widget))
    koyomi_test_widget_for_each_shortcut (widget, bound_cb, self->bound);
  add_keys_of_application (self->bound);
  add_keys_of_lists (self);
  g_assert_cmpuint (self->bound->len, >, 50);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_hash_table_unref (self->listed);
  g_ptr_array_unref (self->bound);
  koyomi_test_window_close (&self->test);
  g_settings_reset (koyomi_application_get_settings (application), "last-view");
}

static void
test_listed (Fixture       *self,
             gconstpointer  data)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->listed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (find_bound (self->bound, key) == NULL)
      {
        g_test_message ("%s is among the shortcuts but does nothing", (const char *) key);
        g_test_fail ();
      }
}

/* Where the window of shortcuts names what the arrows to the sides do, those up and down do the same. */
static char *
turn_arrow (const char *key)
{
  static const char *const arrows[][2] = { { "Up", "Left" }, { "Down", "Right" } };

  const char *end = strrchr (key, '>');
  const char *name = end != NULL ? end + 1 : key;

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (g_str_equal (name, arrows[i][0]))
      return g_strdup_printf ("%.*s%s", (int) (name - key), key, arrows[i][1]);

  return g_strdup (key);
}

/* Whether the window of shortcuts names the key, or one that does the same. */
static gboolean
is_named (Fixture     *self,
          const Bound *bound)
{
  g_autofree char *turned = turn_arrow (bound->key);

  if (g_hash_table_contains (self->listed, turned))
    return TRUE;

  for (guint i = 0; i < self->bound->len; i++)
    {
      const Bound *other = g_ptr_array_index (self->bound, i);

      if (g_str_equal (other->action, bound->action) && g_hash_table_contains (self->listed, other->key))
        return TRUE;
    }

  return FALSE;
}

static void
test_bound (Fixture       *self,
            gconstpointer  data)
{
  static const char *const none[] = { NULL };
  GtkWidget *plain = g_object_ref_sink (adw_application_window_new (GTK_APPLICATION (application)));
  g_autoptr(GPtrArray) of_gtk = g_ptr_array_new_with_free_func (free_bound);

  g_hash_table_unref (self->listed);
  self->listed = load_listed (none);
  koyomi_test_widget_for_each_shortcut (plain, bound_cb, of_gtk);
  gtk_window_destroy (GTK_WINDOW (plain));
  g_object_unref (plain);

  for (guint i = 0; i < self->bound->len; i++)
    {
      const Bound *bound = g_ptr_array_index (self->bound, i);

      if (is_of_gtk (of_gtk, bound) || is_named (self, bound))
        continue;

      g_test_message ("%s of %s does %s but is not among the shortcuts", bound->key, bound->owner, bound->action);
      g_test_fail ();
    }
}

/* Returns: (transfer none): what Tab, or Tab and Shift, leads to from one to the next, as long as it is in @widget */
static GPtrArray *
follow_tab (Fixture          *self,
            GtkWidget        *widget,
            GtkDirectionType  direction)
{
  GtkWindow *window = GTK_WINDOW (self->test.window);
  GPtrArray *way = g_ptr_array_new ();

  for (GtkWidget *focus = gtk_window_get_focus (window); focus != NULL && gtk_widget_is_ancestor (focus, widget) && way->len < 100;
       focus = gtk_window_get_focus (window))
    {
      g_ptr_array_add (way, focus);
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (window), direction));
      koyomi_test_widget_settle (GTK_WIDGET (window));
    }

  return way;
}

static void
test_back (Fixture       *self,
           gconstpointer  data)
{
  GtkWidget *view = koyomi_test_widget_find (GTK_WIDGET (self->test.window), KOYOMI_TYPE_CALENDAR_VIEW);
  g_autoptr(GPtrArray) forth = NULL;
  g_autoptr(GPtrArray) back = NULL;
  g_autoptr(GPtrArray) out = NULL;
  GtkWidget *inspector;

  g_assert_true (gtk_widget_activate_action (view, "calendar.toggle-inspector", NULL));
  koyomi_calendar_view_show_run (KOYOMI_CALENDAR_VIEW (view), koyomi_test_window_find_run (&self->test));
  koyomi_test_widget_settle (GTK_WIDGET (self->test.window));
  inspector = koyomi_test_widget_find (view, KOYOMI_TYPE_RUN_INSPECTOR);
  g_assert_true (koyomi_calendar_view_go_to_inspector (KOYOMI_CALENDAR_VIEW (view)));

  forth = follow_tab (self, inspector, GTK_DIR_TAB_FORWARD);
  g_assert_cmpuint (forth->len, >, 20);
  g_assert_cmpuint (forth->len, <, 100);
  gtk_widget_grab_focus (g_ptr_array_index (forth, forth->len - 1));
  back = follow_tab (self, inspector, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpuint (back->len, >=, forth->len);
  for (guint i = 0; i < forth->len; i++)
    g_assert_true (g_ptr_array_index (back, i) == g_ptr_array_index (forth, forth->len - 1 - i));
  g_assert_cmpuint (back->len, <, 100);

  out = follow_tab (self, view, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpuint (out->len, <, 100);
  g_settings_reset (koyomi_application_get_settings (application), "inspector-visible");
}

static void
list_keycaps (GtkWidget *widget,
              GPtrArray *keys)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "keycap"))
    g_ptr_array_add (keys, g_strdup (gtk_label_get_text (GTK_LABEL (widget))));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_keycaps (child, keys);
}

/* GTK's Japanese has names of keys that are not for people, such as “Page_Up”. */
static void
test_shown (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GListModel *toplevels = gtk_window_get_toplevels ();

  g_action_group_activate_action (G_ACTION_GROUP (self->test.window), "show-help-overlay", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_SHORTCUTS_WINDOW (window))
        list_keycaps (window, keys);
    }

  g_assert_true (g_ptr_array_find_with_equal_func (keys, "Page Up", g_str_equal, NULL));
  for (guint i = 0; i < keys->len; i++)
    g_assert_null (strchr (g_ptr_array_index (keys, i), '_'));
}

#define ADD(path, func) g_test_add ("/views/keys/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  g_setenv ("LANGUAGE", "ja", TRUE);
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  application = koyomi_test_window_start ();
  ADD ("every-shortcut-that-is-named-is-bound", test_listed);
  ADD ("every-key-that-is-bound-is-named", test_bound);
  g_test_add ("/views/keys/every-shortcut-of-the-matrix-that-is-named-is-bound", Fixture, "matrix", set_up, test_listed, tear_down);
  g_test_add ("/views/keys/every-key-of-the-matrix-that-is-bound-is-named", Fixture, "matrix", set_up, test_bound, tear_down);
  g_test_add ("/views/keys/every-shortcut-of-the-incidents-that-is-named-is-bound", Fixture, "incidents", set_up, test_listed, tear_down);
  g_test_add ("/views/keys/every-key-of-the-incidents-that-is-bound-is-named", Fixture, "incidents", set_up, test_bound, tear_down);
  g_test_add ("/views/keys/every-shortcut-of-the-kpis-that-is-named-is-bound", Fixture, "kpis", set_up, test_listed, tear_down);
  g_test_add ("/views/keys/every-key-of-the-kpis-that-is-bound-is-named", Fixture, "kpis", set_up, test_bound, tear_down);
  ADD ("tab-goes-back-the-way-it-came", test_back);
  ADD ("keys-are-shown-as-people-write-them", test_shown);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
