#include "koyomi-day-off-dialog.h"

#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-ui.h"

#include <adwaita.h>

typedef struct
{
  GtkWindow       *dialog;
  KoyomiWorkspace *workspace;
  KoyomiRecord    *day_off;
  gboolean         is_new;
  GtkWidget       *name_row;
  GtkWidget       *first_row;
  GtkWidget       *last_row;
  AdwComboRow     *kind_row;
  GtkWidget       *save_button;
} DayOff;

static void
free_day_off (gpointer data)
{
  DayOff *self = data;

  g_object_unref (self->day_off);
  g_object_unref (self->workspace);
  g_free (self);
}

static guint32
read_day (GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return koyomi_day_parse (text, NULL);
}

/* An empty last day means the first. */
static guint32
read_last_day (DayOff *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->last_row)) == '\0' ? read_day (self->first_row) : read_day (self->last_row);
}

static void
mark_error (GtkWidget *row,
            gboolean   is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* What is wrong is marked once something is written there. */
static void
check_cb (DayOff *self)
{
  guint32 first_day = read_day (self->first_row);
  guint32 last_day = read_last_day (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  gboolean in_order = last_day != KOYOMI_DAY_NONE && last_day >= first_day;

  mark_error (self->first_row, first_day == KOYOMI_DAY_NONE && *gtk_editable_get_text (GTK_EDITABLE (self->first_row)) != '\0');
  mark_error (self->last_row, !in_order && *gtk_editable_get_text (GTK_EDITABLE (self->last_row)) != '\0');
  gtk_widget_set_sensitive (self->save_button, first_day != KOYOMI_DAY_NONE && in_order && *name != '\0');
}

static gboolean
write_day_off (DayOff  *self,
               GError **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (koyomi_workspace_get_session (self->workspace), error);
  const char *name = koyomi_record_get_text (self->day_off, KOYOMI_DAY_OFF_NAME);
  /* Translators: a name, such as of a company holiday */
  g_autofree char *label = g_strdup_printf (self->is_new ? koyomi_workspace_tr (self->workspace, "Add the company calendar day “%s”")
                                            : koyomi_workspace_tr (self->workspace, "Change the company calendar day “%s”"), name);

  if (edit == NULL ||
      !(self->is_new ? koyomi_edit_insert (edit, self->day_off, error) : koyomi_edit_update (edit, self->day_off, error)))
    return FALSE;

  return koyomi_edit_commit (edit, label, error);
}

static void
save_cb (DayOff *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (self->day_off, KOYOMI_DAY_OFF_NAME, name);
  koyomi_record_set_int (self->day_off, KOYOMI_DAY_OFF_FIRST_DAY, read_day (self->first_row));
  koyomi_record_set_int (self->day_off, KOYOMI_DAY_OFF_LAST_DAY, read_last_day (self));
  koyomi_record_set_int (self->day_off, KOYOMI_DAY_OFF_KIND, adw_combo_row_get_selected (self->kind_row));

  if (write_day_off (self, &error))
    gtk_window_close (self->dialog);
  else
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The day was not saved"), error);
}

static void
day_selected_cb (GtkCalendar *calendar,
                 GtkWidget   *row)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER)));
}

/* Opens at the day that is written. */
static void
calendar_mapped_cb (GtkCalendar *calendar,
                    GtkWidget   *row)
{
  guint32 day = read_day (row);
  g_autoptr(GDateTime) date = NULL;
  int year, month, day_of_month;

  koyomi_day_get (day != KOYOMI_DAY_NONE ? day : koyomi_day_today (), &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 0, 0, 0);
  g_signal_handlers_block_by_func (calendar, day_selected_cb, row);
  gtk_calendar_select_day (calendar, date);
  g_signal_handlers_unblock_by_func (calendar, day_selected_cb, row);
}

static void
add_calendar (DayOff     *self,
              GtkWidget  *row,
              const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (calendar, "map", G_CALLBACK (calendar_mapped_cb), row);
  g_signal_connect (calendar, "day-selected", G_CALLBACK (day_selected_cb), row);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static void
show_day (GtkWidget *row,
          guint32    day)
{
  g_autofree char *text = day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill (DayOff *self)
{
  add_calendar (self, self->first_row, koyomi_workspace_tr (self->workspace, "Choose the first day"));
  add_calendar (self, self->last_row, koyomi_workspace_tr (self->workspace, "Choose the last day"));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), koyomi_record_get_text (self->day_off, KOYOMI_DAY_OFF_NAME));
  show_day (self->first_row, koyomi_record_get_day (self->day_off, KOYOMI_DAY_OFF_FIRST_DAY));
  show_day (self->last_row, koyomi_record_get_day (self->day_off, KOYOMI_DAY_OFF_LAST_DAY));
  adw_combo_row_set_selected (self->kind_row, koyomi_record_get_int (self->day_off, KOYOMI_DAY_OFF_KIND));

  g_signal_connect_swapped (self->name_row, "changed", G_CALLBACK (check_cb), self);
  g_signal_connect_swapped (self->first_row, "changed", G_CALLBACK (check_cb), self);
  g_signal_connect_swapped (self->last_row, "changed", G_CALLBACK (check_cb), self);
  check_cb (self);
}

static void
mapped_cb (DayOff *self)
{
  gtk_widget_grab_focus (self->name_row);
}

/* @day_off: (nullable): the row to change; NULL to add one */
void
koyomi_day_off_dialog_present (GtkWindow       *parent,
                               KoyomiWorkspace *workspace,
                               KoyomiRecord    *day_off)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-day-off-dialog", koyomi_workspace_get_language (workspace));
  DayOff *self = g_new0 (DayOff, 1);

  self->workspace = g_object_ref (workspace);
  self->is_new = day_off == NULL;
  self->day_off = day_off != NULL ? koyomi_record_copy (day_off) : koyomi_record_new (KOYOMI_TABLE_DAY_OFF);
  self->dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  self->name_row = GTK_WIDGET (gtk_builder_get_object (builder, "name_row"));
  self->first_row = GTK_WIDGET (gtk_builder_get_object (builder, "first_row"));
  self->last_row = GTK_WIDGET (gtk_builder_get_object (builder, "last_row"));
  self->kind_row = ADW_COMBO_ROW (gtk_builder_get_object (builder, "kind_row"));
  self->save_button = GTK_WIDGET (gtk_builder_get_object (builder, "save_button"));
  g_object_set_data_full (G_OBJECT (self->dialog), "day-off", self, free_day_off);
  fill (self);

  g_signal_connect_swapped (self->save_button, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (gtk_builder_get_object (builder, "cancel_button"), "clicked", G_CALLBACK (gtk_window_close), self->dialog);
  g_signal_connect_swapped (self->dialog, "map", G_CALLBACK (mapped_cb), self);
  gtk_window_set_default_widget (self->dialog, self->save_button);
  gtk_window_set_transient_for (self->dialog, parent);
  gtk_window_present (self->dialog);
}
