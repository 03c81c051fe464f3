#include "koyomi-start-page.h"

#include "koyomi-application.h"
#include "koyomi-day.h"
#include "koyomi-recent-plans.h"
#include "koyomi-ui.h"

#include <string.h>

struct _KoyomiStartPage
{
  GtkWidget       parent_instance;

  GSettings      *settings;
  KoyomiLanguage  language;
  GtkWidget      *menu_button;
  GtkWidget      *new_button;
  GtkWidget      *recent_box;
  GtkWidget      *recent_list;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiStartPage, menu_button),
  KOYOMI_UI_CHILD (KoyomiStartPage, new_button),
  KOYOMI_UI_CHILD (KoyomiStartPage, recent_box),
  KOYOMI_UI_CHILD (KoyomiStartPage, recent_list),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiStartPage, koyomi_start_page, GTK_TYPE_WIDGET)

/* Returns: (transfer full): the folder as people know it: ~ for their own */
static char *
name_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (shown, home) && (shown[strlen (home)] == '/' || shown[strlen (home)] == '\0'))
    return g_strconcat ("~", shown + strlen (home), NULL);

  return g_steal_pointer (&shown);
}

static char *
name_day (gint64          time,
          KoyomiLanguage  language)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc (time / 1000);
  g_autoptr(GDateTime) local = g_date_time_to_local (moment);
  g_autofree char *clock = g_date_time_format (local, "%H:%M");
  guint32 day = koyomi_day_new (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));

  if (day == koyomi_day_today ())
    /* Translators: a time of day */
    return g_strdup_printf (koyomi_tr (language, "today %s"), clock);

  return koyomi_day_format (day);
}

static char *
describe_plan (KoyomiStartPage        *self,
               const KoyomiRecentPlan *plan)
{
  g_autofree char *folder = name_folder (plan->path);
  g_autofree char *opened = name_day (plan->opened, self->language);

  if (*plan->organisation != '\0')
    return g_strdup_printf ("%s · %s · %s", plan->organisation, folder, opened);

  return g_strdup_printf ("%s · %s", folder, opened);
}

static void
remove_cb (GtkWidget       *button,
           KoyomiStartPage *self)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (button), "path"));

  koyomi_recent_plans_remove (self->settings, path);
  gtk_widget_grab_focus (self->new_button);
}

static GtkWidget *
make_remove_button (KoyomiStartPage *self,
                    const char      *path,
                    const char      *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: the name of a file */
  g_autofree char *label = g_strdup_printf (koyomi_tr (self->language, "Remove %s from the list"), name);

  gtk_widget_set_tooltip_text (button, koyomi_tr (self->language, "Remove from the List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);

  return button;
}

/* One that is gone cannot be opened, only taken off the list. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(AdwActionRow) row = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  KoyomiStartPage *self = KOYOMI_START_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (row), KOYOMI_TYPE_START_PAGE));
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");
  g_autofree char *text = NULL;

  if (info != NULL || self == NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return;

  text = g_strdup_printf ("%s · %s", koyomi_tr (self->language, "File not found"), adw_action_row_get_subtitle (row));
  adw_action_row_set_subtitle (row, text);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), "dialog-warning-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "dim-label");
}

static void
look_for_file (GtkWidget  *row,
               const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, found_cb,
                           g_object_ref_sink (row));
}

static GtkWidget *
make_row (KoyomiStartPage        *self,
          const KoyomiRecentPlan *plan)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("koyomi-calendar-symbolic");
  g_autofree char *name = g_filename_display_basename (plan->path);
  g_autofree char *detail = describe_plan (self, plan);
  g_autofree char *shown = g_filename_display_name (plan->path);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, plan->path, name));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, shown);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (plan->path), g_free);
  look_for_file (row, plan->path);

  return row;
}

static void
show_recent (KoyomiStartPage *self)
{
  g_autoptr(GPtrArray) plans = koyomi_recent_plans_list (self->settings);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->recent_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->recent_list), row);

  for (guint i = 0; i < plans->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->recent_list), make_row (self, g_ptr_array_index (plans, i)));
  gtk_widget_set_visible (self->recent_box, plans->len > 0);
}

static void
row_activated_cb (KoyomiStartPage *self,
                  GtkListBoxRow   *row)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr(GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (row), "path"));

  koyomi_application_open_plan (koyomi_application_of_window (window), file, window);
}

static void
koyomi_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (koyomi_start_page_parent_class)->map (widget);

  gtk_widget_grab_focus (KOYOMI_START_PAGE (widget)->new_button);
}

static void
koyomi_start_page_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_START_PAGE (object)->settings);

  G_OBJECT_CLASS (koyomi_start_page_parent_class)->dispose (object);
}

static void
koyomi_start_page_class_init (KoyomiStartPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_start_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = koyomi_start_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_start_page_init (KoyomiStartPage *self)
{
}

GtkWidget *
koyomi_start_page_new (GSettings      *settings,
                       KoyomiLanguage  language)
{
  KoyomiStartPage *self = g_object_new (KOYOMI_TYPE_START_PAGE, NULL);

  self->settings = g_object_ref (settings);
  self->language = language;
  koyomi_ui_build (self, KOYOMI_TYPE_START_PAGE, "koyomi-start-page", language, children);
  g_signal_connect_object (settings, "changed::recent-plans", G_CALLBACK (show_recent), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recent_list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  show_recent (self);

  return GTK_WIDGET (self);
}
