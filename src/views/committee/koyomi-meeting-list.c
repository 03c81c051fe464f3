#include "koyomi-meeting-list.h"

#include "koyomi-day.h"
#include "koyomi-meeting-window.h"
#include "koyomi-record-edit.h"

#include <adwaita.h>

/* The row at a place shows whatever meeting stands there. */
typedef struct
{
  KoyomiMeetingList *list;
  gint64             meeting;
  GtkWidget         *row;
  GtkWidget         *glyph;
  GtkWidget         *status;   /* a drop-down */
} Line;

struct _KoyomiMeetingList
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *box;             /* the list box */
  GtkWidget       *none;            /* its row while there is no meeting */
  GPtrArray       *lines;           /* (element-type Line) */
  gboolean         is_refreshing;
};

G_DEFINE_FINAL_TYPE (KoyomiMeetingList, koyomi_meeting_list, GTK_TYPE_WIDGET)

static void
koyomi_meeting_list_dispose (GObject *object)
{
  KoyomiMeetingList *self = KOYOMI_MEETING_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_meeting_list_parent_class)->dispose (object);
}

static void
koyomi_meeting_list_class_init (KoyomiMeetingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_meeting_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_meeting_list_init (KoyomiMeetingList *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

static const KoyomiField *
get_status_field (void)
{
  return &koyomi_dictionary_get_table (KOYOMI_TABLE_MEETING)->fields[KOYOMI_FIELD_INDEX (KOYOMI_MEETING_STATUS)];
}

static void
status_selected_cb (Line *line)
{
  KoyomiMeetingList *self = line->list;
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(KoyomiRecord) meeting = NULL;
  g_autoptr(GError) error = NULL;

  if (self->is_refreshing)
    return;

  meeting = koyomi_session_get (session, KOYOMI_TABLE_MEETING, line->meeting, language, &error);
  if (meeting != NULL)
    koyomi_record_set_int (meeting, KOYOMI_MEETING_STATUS, gtk_drop_down_get_selected (GTK_DROP_DOWN (line->status)));
  if (meeting == NULL || !koyomi_session_save (session, meeting, language, &error))
    koyomi_workspace_fail (self->workspace, koyomi_tr (language, N_("The meeting was not changed")), error);
}

static void
activated_cb (Line *line)
{
  koyomi_meeting_window_present (GTK_WINDOW (gtk_widget_get_root (line->row)), line->list->workspace, line->meeting);
}

static GtkWidget *
make_status (KoyomiMeetingList *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *status;

  for (KoyomiMeetingStatus i = KOYOMI_MEETING_STATUS_PLANNED; i <= KOYOMI_MEETING_STATUS_CANCELLED; i++)
    gtk_string_list_append (names, koyomi_field_get_word_label (get_status_field (), i,
                                                                koyomi_workspace_get_language (self->workspace)));

  status = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_valign (status, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (status, "flat");
  gtk_widget_set_sensitive (status, koyomi_workspace_can_edit (self->workspace));

  return status;
}

static void
add_line (KoyomiMeetingList *self)
{
  Line *line = g_new0 (Line, 1);

  line->list = self;
  line->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (line->row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line->row), TRUE);
  g_signal_connect_swapped (line->row, "activated", G_CALLBACK (activated_cb), line);

  line->glyph = gtk_label_new (NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (line->row), line->glyph);
  line->status = make_status (self);
  g_signal_connect_swapped (line->status, "notify::selected", G_CALLBACK (status_selected_cb), line);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), line->status);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), gtk_image_new_from_icon_name ("go-next-symbolic"));

  gtk_list_box_insert (GTK_LIST_BOX (self->box), line->row, self->lines->len);
  g_ptr_array_add (self->lines, line);
}

/* Such as “2026-09-10 Thursday, 10:00” */
static char *
format_moment (KoyomiRecord   *meeting,
               KoyomiLanguage  language)
{
  static const char * const weekdays[] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
  };

  guint32 day = koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY);
  g_autofree char *date = koyomi_day_format (day);
  const char *weekday = koyomi_tr (language, weekdays[koyomi_day_get_weekday (day) - 1]);
  int minute = (int) koyomi_record_get_int (meeting, KOYOMI_MEETING_START_MINUTE);

  if (koyomi_record_is_none (meeting, KOYOMI_MEETING_START_MINUTE))
    return g_strdup_printf ("%s %s", date, weekday);

  return g_strdup_printf ("%s %s  %d:%02d", date, weekday, minute / 60, minute % 60);
}

static const char *
get_glyph (KoyomiMeetingStatus status)
{
  switch (status)
    {
    case KOYOMI_MEETING_STATUS_HELD:
      return "◆";
    case KOYOMI_MEETING_STATUS_CANCELLED:
      return "×";
    case KOYOMI_MEETING_STATUS_PLANNED:
    default:
      return "◇";
    }
}

static void
show_line (Line           *line,
           KoyomiRecord   *meeting,
           KoyomiLanguage  language)
{
  KoyomiMeetingStatus status = koyomi_record_get_int (meeting, KOYOMI_MEETING_STATUS);
  const char *title = koyomi_record_get_title (meeting);
  const char *place = koyomi_record_get_text (meeting, KOYOMI_MEETING_PLACE);
  g_autofree char *moment = format_moment (meeting, language);
  g_autofree char *details = g_strdup_printf ("%s%s%s", title, *title != '\0' && *place != '\0' ? " · " : "", place);
  /* Translators: %s is a moment */
  g_autofree char *label = g_strdup_printf (koyomi_tr (language, N_("State of the meeting, %s")), moment);

  line->meeting = koyomi_record_get_id (meeting);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), moment);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), details);
  gtk_label_set_label (GTK_LABEL (line->glyph), get_glyph (status));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (line->status), status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->status), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  if (status == KOYOMI_MEETING_STATUS_CANCELLED)
    gtk_widget_add_css_class (line->row, "dim-label");
  else
    gtk_widget_remove_css_class (line->row, "dim-label");
}

GtkWidget *
koyomi_meeting_list_new (KoyomiWorkspace *workspace)
{
  KoyomiMeetingList *self = g_object_new (KOYOMI_TYPE_MEETING_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_workspace_tr (workspace, N_("Meetings")), -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->none = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->none), koyomi_workspace_tr (workspace, N_("No meeting in this year")));
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_list_box_append (GTK_LIST_BOX (self->box), self->none);

  return GTK_WIDGET (self);
}

static void
drop_lines (KoyomiMeetingList *self,
            guint              n_kept)
{
  while (self->lines->len > n_kept)
    {
      Line *line = g_ptr_array_index (self->lines, self->lines->len - 1);

      gtk_list_box_remove (GTK_LIST_BOX (self->box), line->row);
      g_ptr_array_set_size (self->lines, self->lines->len - 1);
    }
}

/* Shows the committee's meetings of that year as they stand. */
gboolean
koyomi_meeting_list_show (KoyomiMeetingList  *self,
                          gint64              committee,
                          KoyomiFiscalYear    year,
                          GError            **error)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GPtrArray) meetings = koyomi_session_list (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_MEETING,
                                                       KOYOMI_MEETING_COMMITTEE, committee, language, error);
  guint n_lines = 0;

  if (meetings == NULL)
    return FALSE;

  self->is_refreshing = TRUE;
  for (guint i = 0; i < meetings->len; i++)
    {
      guint32 day = koyomi_record_get_day (g_ptr_array_index (meetings, i), KOYOMI_MEETING_DAY);

      if (day < koyomi_fiscal_year_get_first_day (year) || day > koyomi_fiscal_year_get_last_day (year))
        continue;

      if (n_lines == self->lines->len)
        add_line (self);
      show_line (g_ptr_array_index (self->lines, n_lines++), g_ptr_array_index (meetings, i), language);
    }
  drop_lines (self, n_lines);
  gtk_widget_set_visible (self->none, n_lines == 0);
  self->is_refreshing = FALSE;

  return TRUE;
}
