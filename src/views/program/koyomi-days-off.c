#include "koyomi-days-off.h"

#include "koyomi-day-off-dialog.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"

/* The company's own days as rows of a group: each opens to be changed, and can be removed. */
typedef struct
{
  KoyomiWorkspace     *workspace;
  AdwPreferencesGroup *group;
  GtkWidget           *add_button;
  GPtrArray           *rows;    /* (element-type GtkWidget) (not owned) */
} DaysOff;

static void
free_days_off (gpointer data)
{
  DaysOff *self = data;

  g_ptr_array_unref (self->rows);
  g_object_unref (self->workspace);
  g_free (self);
}

static GtkWindow *
get_window (DaysOff *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->group)));
}

static void
add_cb (DaysOff *self)
{
  koyomi_day_off_dialog_present (get_window (self), self->workspace, NULL);
}

static void
edit_cb (GtkWidget *row,
         DaysOff   *self)
{
  koyomi_day_off_dialog_present (get_window (self), self->workspace, g_object_get_data (G_OBJECT (row), "day-off"));
}

static gboolean
remove_day_off (DaysOff       *self,
                KoyomiRecord  *day_off,
                GError       **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (koyomi_workspace_get_session (self->workspace), error);
  /* Translators: a name, such as of a company holiday */
  g_autofree char *label = g_strdup_printf (koyomi_workspace_tr (self->workspace, "Remove the company calendar day “%s”"),
                                            koyomi_record_get_text (day_off, KOYOMI_DAY_OFF_NAME));

  return edit != NULL && koyomi_edit_delete (edit, KOYOMI_TABLE_DAY_OFF, koyomi_record_get_id (day_off), error) &&
         koyomi_edit_commit (edit, label, error);
}

static void
remove_cb (GtkWidget *button,
           DaysOff   *self)
{
  g_autoptr(GError) error = NULL;

  if (!remove_day_off (self, g_object_get_data (G_OBJECT (button), "day-off"), &error))
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The day was not removed"), error);

  gtk_widget_grab_focus (self->add_button);
}

static char *
describe (DaysOff      *self,
          KoyomiRecord *day_off)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  guint32 first_day = koyomi_record_get_day (day_off, KOYOMI_DAY_OFF_FIRST_DAY);
  guint32 last_day = koyomi_record_get_day (day_off, KOYOMI_DAY_OFF_LAST_DAY);
  g_autofree char *kind = koyomi_record_format (day_off, KOYOMI_DAY_OFF_KIND, language);
  g_autofree char *days = koyomi_day_format_span (first_day, last_day, language);

  return g_strdup_printf ("%s · %s", days, kind);
}

static GtkWidget *
make_remove_button (DaysOff      *self,
                    KoyomiRecord *day_off)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: a name, such as of a company holiday */
  g_autofree char *label = g_strdup_printf (koyomi_workspace_tr (self->workspace, "Remove “%s”"),
                                            koyomi_record_get_text (day_off, KOYOMI_DAY_OFF_NAME));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, koyomi_workspace_tr (self->workspace, "Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "day-off", day_off);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);

  return button;
}

static GtkWidget *
make_row (DaysOff      *self,
          KoyomiRecord *day_off)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *detail = describe (self, day_off);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), koyomi_record_get_text (day_off, KOYOMI_DAY_OFF_NAME));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, day_off));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "day-off", g_object_ref (day_off), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (edit_cb), self);

  return row;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  guint32 first = koyomi_record_get_day (*(KoyomiRecord * const *) a, KOYOMI_DAY_OFF_FIRST_DAY);
  guint32 second = koyomi_record_get_day (*(KoyomiRecord * const *) b, KOYOMI_DAY_OFF_FIRST_DAY);

  return first < second ? -1 : first > second ? 1 : 0;
}

static void
fill (DaysOff *self)
{
  g_autoptr(GPtrArray) days_off = koyomi_session_list (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_DAY_OFF, 0, 0,
                                                       koyomi_workspace_get_language (self->workspace), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (days_off == NULL)
    return;

  g_ptr_array_sort (days_off, compare_cb);
  for (guint i = 0; i < days_off->len; i++)
    {
      GtkWidget *row = make_row (self, g_ptr_array_index (days_off, i));

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->group, row);
    }
}

static void
window_destroyed_cb (DaysOff *self)
{
  g_signal_handlers_disconnect_by_data (self->workspace, self);
}

/* Fills @group, which is in @window, and keeps it up to date as long as that is there. libadwaita 1.2 never lets the groups of such a
 * window go: nothing may belong to them. */
void
koyomi_days_off_add (AdwPreferencesWindow *window,
                     AdwPreferencesGroup  *group,
                     KoyomiWorkspace      *workspace)
{
  DaysOff *self = g_new0 (DaysOff, 1);
  GtkWidget *add = gtk_button_new_with_mnemonic (koyomi_workspace_tr (workspace, "_Add…"));

  self->workspace = g_object_ref (workspace);
  self->group = group;
  self->add_button = add;
  self->rows = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (window), "days-off", self, free_days_off);

  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_header_suffix (group, add);
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (window_destroyed_cb), self);
  fill (self);
}
