#include "koyomi-preferences.h"

#include "koyomi-application.h"
#include "koyomi-month-names.h"
#include "koyomi-plan-preferences.h"
#include "koyomi-time-zones.h"
#include "koyomi-ui.h"

typedef struct
{
  AdwPreferencesWindow *window;
  GSettings            *settings;
  KoyomiLanguage        language;    /* that the window was built in */
  char                **zones;
  AdwComboRow          *language_row;
  AdwComboRow          *theme_row;
  GtkDropDown          *zone_drop;
  AdwComboRow          *month_row;
  guint                 rebuild_id;
} Preferences;

static void
free_preferences (gpointer data)
{
  Preferences *self = data;

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_object_unref (self->settings);
  g_strfreev (self->zones);
  g_free (self);
}

/* The same page, in the language that the person has just chosen. */
static gboolean
rebuild_cb (gpointer data)
{
  Preferences *self = data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self->window));
  g_autofree char *page = g_strdup (adw_preferences_window_get_visible_page_name (self->window));
  KoyomiApplication *application = koyomi_application_of_window (parent);

  self->rebuild_id = 0;
  gtk_window_destroy (GTK_WINDOW (self->window));
  koyomi_preferences_present (KOYOMI_WINDOW (parent), koyomi_application_get_settings (application),
                              koyomi_application_get_language (application), page);

  return G_SOURCE_REMOVE;
}

/* The order of the choices in the rows is that of the enumerations in the schema. */
static void
language_selected_cb (Preferences *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self->window));

  g_settings_set_enum (self->settings, "language", adw_combo_row_get_selected (self->language_row));
  if (koyomi_application_get_language (koyomi_application_of_window (parent)) != self->language && self->rebuild_id == 0)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
}

static void
theme_selected_cb (Preferences *self)
{
  g_settings_set_enum (self->settings, "colour-scheme", adw_combo_row_get_selected (self->theme_row));
}

static void
zone_selected_cb (Preferences *self)
{
  guint selected = gtk_drop_down_get_selected (self->zone_drop);

  g_settings_set_string (self->settings, "time-zone", selected == 0 ? "" : self->zones[selected - 1]);
}

static void
month_selected_cb (Preferences *self)
{
  g_settings_set_int (self->settings, "start-month", adw_combo_row_get_selected (self->month_row) + 1);
}

static void
fill_zones (Preferences *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "time-zone");
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->zones = koyomi_time_zones_list ();
  gtk_string_list_append (names, koyomi_tr (self->language, "System"));
  for (guint i = 0; self->zones[i] != NULL; i++)
    {
      gtk_string_list_take (names, koyomi_time_zone_name (self->zones[i]));
      if (g_str_equal (self->zones[i], chosen))
        selected = i + 1;
    }

  gtk_drop_down_set_expression (self->zone_drop, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_model (self->zone_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->zone_drop, selected);
}

static void
fill (Preferences *self)
{
  g_autoptr(GListModel) months = koyomi_month_names_new (self->language);
  g_autoptr(GtkStringList) languages = gtk_string_list_new (NULL);

  gtk_string_list_append (languages, koyomi_tr (self->language, "System"));
  gtk_string_list_append (languages, "日本語");
  gtk_string_list_append (languages, "English");
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (languages));
  adw_combo_row_set_selected (self->language_row, g_settings_get_enum (self->settings, "language"));
  adw_combo_row_set_selected (self->theme_row, g_settings_get_enum (self->settings, "colour-scheme"));
  adw_combo_row_set_model (self->month_row, months);
  adw_combo_row_set_selected (self->month_row, g_settings_get_int (self->settings, "start-month") - 1);
  fill_zones (self);
}

static void
connect (Preferences *self)
{
  g_signal_connect_swapped (self->language_row, "notify::selected", G_CALLBACK (language_selected_cb), self);
  g_signal_connect_swapped (self->theme_row, "notify::selected", G_CALLBACK (theme_selected_cb), self);
  g_signal_connect_swapped (self->zone_drop, "notify::selected", G_CALLBACK (zone_selected_cb), self);
  g_signal_connect_swapped (self->month_row, "notify::selected", G_CALLBACK (month_selected_cb), self);
}

static Preferences *
make_window (GSettings      *settings,
             KoyomiLanguage  language)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-preferences", language);
  Preferences *self = g_new0 (Preferences, 1);

  self->settings = g_object_ref (settings);
  self->language = language;
  self->window = ADW_PREFERENCES_WINDOW (gtk_builder_get_object (builder, "window"));
  self->language_row = ADW_COMBO_ROW (gtk_builder_get_object (builder, "language_row"));
  self->theme_row = ADW_COMBO_ROW (gtk_builder_get_object (builder, "theme_row"));
  self->zone_drop = GTK_DROP_DOWN (gtk_builder_get_object (builder, "zone_drop"));
  self->month_row = ADW_COMBO_ROW (gtk_builder_get_object (builder, "month_row"));
  g_object_set_data_full (G_OBJECT (self->window), "preferences", self, free_preferences);
  fill (self);
  connect (self);

  return self;
}

/* What the person prefers, and with an open plan what holds for that. @page: (nullable): the one to begin with */
void
koyomi_preferences_present (KoyomiWindow   *parent,
                            GSettings      *settings,
                            KoyomiLanguage  language,
                            const char     *page)
{
  Preferences *self = make_window (settings, language);

  if (koyomi_window_get_workspace (parent) != NULL)
    koyomi_plan_preferences_add (self->window, koyomi_window_get_workspace (parent));
  if (page != NULL)
    adw_preferences_window_set_visible_page_name (self->window, page);
  gtk_window_set_transient_for (GTK_WINDOW (self->window), GTK_WINDOW (parent));
  gtk_window_present (GTK_WINDOW (self->window));
}
