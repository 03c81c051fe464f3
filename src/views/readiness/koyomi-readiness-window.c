#include "koyomi-readiness-window.h"

#include "koyomi-day.h"
#include "koyomi-focus.h"
#include "koyomi-readiness-row.h"
#include "koyomi-search-escape.h"
#include "koyomi-text-fold.h"
#include "koyomi-waive-dialog.h"

#define PLACE "koyomi-readiness-place"

/* Where a person was in the list, to come back to it. */
typedef struct
{
  KoyomiReadinessItem *item;      /* (nullable): what was selected */
  char                *query;
  guint                area;
  guint                severity;
  gboolean             shows_accepted;
} Place;

struct _KoyomiReadinessWindow
{
  KoyomiPlanWindow     parent_instance;

  GtkEditable         *search;
  GtkDropDown         *area;
  GtkDropDown         *severity;
  GtkToggleButton     *open_button;
  GtkToggleButton     *accepted_button;
  GtkStack            *stack;
  GtkListBox          *list;
  AdwStatusPage       *empty;
  GtkLabel            *count;
  GtkWidget           *foot;
  GtkLabel            *advice;
  GtkWidget           *show_button;
  GtkWidget           *accept_button;
  GtkWidget           *back_button;

  KoyomiLanguage       language;      /* headings are asked for even while the window goes */
  GtkWidget           *plan;          /* not owned; NULL when it is gone */
  GPtrArray           *items;         /* (element-type KoyomiReadinessItem): NULL until they are read */
  KoyomiReadinessItem *wanted;        /* (nullable): what is to be selected */
  guint                load_id;       /* of the source that will read; 0 while nothing is to be read */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, search),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, area),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, severity),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, open_button),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, accepted_button),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, stack),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, list),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, empty),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, count),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, foot),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, advice),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, show_button),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, accept_button),
  KOYOMI_UI_CHILD (KoyomiReadinessWindow, back_button),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiReadinessWindow, koyomi_readiness_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiLanguage
get_language (KoyomiReadinessWindow *self)
{
  return self->language;
}

static const char *tr (KoyomiReadinessWindow *self,
                       const char            *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiReadinessWindow *self,
    const char            *text)
{
  return koyomi_tr (get_language (self), text);
}

static void
free_place (gpointer data)
{
  Place *place = data;

  g_clear_object (&place->item);
  g_free (place->query);
  g_free (place);
}

static KoyomiReadinessItem *
get_selected (KoyomiReadinessWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? koyomi_readiness_row_get_item (KOYOMI_READINESS_ROW (row)) : NULL;
}

static void
keep_place (KoyomiReadinessWindow *self)
{
  Place *place = g_new0 (Place, 1);

  g_set_object (&place->item, get_selected (self));
  place->query = g_strdup (gtk_editable_get_text (self->search));
  place->area = gtk_drop_down_get_selected (self->area);
  place->severity = gtk_drop_down_get_selected (self->severity);
  place->shows_accepted = gtk_toggle_button_get_active (self->accepted_button);
  g_object_set_data_full (G_OBJECT (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self))), PLACE, place, free_place);
}

static void
go_to_place (KoyomiReadinessWindow *self,
             const Place           *place)
{
  if (place == NULL)
    return;

  g_set_object (&self->wanted, place->item);
  gtk_editable_set_text (self->search, place->query);
  gtk_drop_down_set_selected (self->area, place->area);
  gtk_drop_down_set_selected (self->severity, place->severity);
  gtk_toggle_button_set_active (place->shows_accepted ? self->accepted_button : self->open_button, TRUE);
}

/* Whether what is selected in a list, whose first entry stands for all, is @value. */
static gboolean
is_chosen (GtkDropDown *choice,
           guint        value)
{
  guint selected = gtk_drop_down_get_selected (choice);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected == value + 1;
}

static gboolean
is_wanted (KoyomiReadinessWindow *self,
           KoyomiReadinessItem   *item,
           const char            *query)
{
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;

  if (item->is_waived != gtk_toggle_button_get_active (self->accepted_button) || !is_chosen (self->area, item->area) ||
      !is_chosen (self->severity, item->severity))
    return FALSE;

  all = g_strjoin (" ", item->sentence, item->rule, item->advice, NULL);
  text = koyomi_text_fold (all);

  return koyomi_text_matches (text, query);
}

static GPtrArray *
pick (KoyomiReadinessWindow *self)
{
  g_autofree char *query = koyomi_text_fold (gtk_editable_get_text (self->search));
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    if (is_wanted (self, g_ptr_array_index (self->items, i), query))
      g_ptr_array_add (picked, g_ptr_array_index (self->items, i));

  return picked;
}

static guint
count (KoyomiReadinessWindow *self,
       gboolean               is_waived)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    if (((KoyomiReadinessItem *) g_ptr_array_index (self->items, i))->is_waived == is_waived)
      n++;

  return n;
}

/* How many of what is shown are how grave. */
static void
show_count (KoyomiReadinessWindow *self,
            GPtrArray             *picked)
{
  guint numbers[KOYOMI_N_RULE_SEVERITIES] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < picked->len; i++)
    numbers[((KoyomiReadinessItem *) g_ptr_array_index (picked, i))->severity]++;
  for (guint i = 0; i < KOYOMI_N_RULE_SEVERITIES; i++)
    {
      g_string_append (text, i > 0 ? "  ·  " : "");
      /* Translators: how grave, and how many */
      g_string_append_printf (text, tr (self, N_("%1$s: %2$u")), koyomi_rule_severity_get_label (i, get_language (self)), numbers[i]);
    }

  gtk_label_set_label (self->count, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->count), picked->len > 0);
  g_string_free (text, TRUE);
}

static void
show_states (KoyomiReadinessWindow *self)
{
  /* Translators: %u is how many things are to be looked after */
  g_autofree char *open = g_strdup_printf (tr (self, N_("_To Do (%u)")), count (self, FALSE));
  /* Translators: %u is how many of the breaches of rules are accepted */
  g_autofree char *accepted = g_strdup_printf (tr (self, N_("A_ccepted (%u)")), count (self, TRUE));

  gtk_button_set_label (GTK_BUTTON (self->open_button), open);
  gtk_button_set_label (GTK_BUTTON (self->accepted_button), accepted);
}

static void
show_empty (KoyomiReadinessWindow *self)
{
  gboolean shows_accepted = gtk_toggle_button_get_active (self->accepted_button);

  if (count (self, shows_accepted) > 0)
    {
      adw_status_page_set_icon_name (self->empty, "edit-find-symbolic");
      adw_status_page_set_title (self->empty, tr (self, N_("Nothing matches")));
      adw_status_page_set_description (self->empty, tr (self, N_("Choose another area or severity, or search for fewer words.")));
    }
  else if (shows_accepted)
    {
      adw_status_page_set_icon_name (self->empty, "emblem-ok-symbolic");
      adw_status_page_set_title (self->empty, tr (self, N_("Nothing is accepted")));
      adw_status_page_set_description (self->empty, tr (self, N_("What cannot be mended for now is accepted until a day, with a reason.")));
    }
  else
    {
      adw_status_page_set_icon_name (self->empty, "emblem-ok-symbolic");
      adw_status_page_set_title (self->empty, tr (self, N_("Nothing found")));
      adw_status_page_set_description (self->empty, tr (self, N_("All rules were checked: an auditor would not stumble over anything.")));
    }
}

/* What can be done with what is selected. */
static void
show_foot (KoyomiReadinessWindow *self)
{
  KoyomiReadinessItem *item = self->list != NULL ? get_selected (self) : NULL;
  gboolean can_edit;

  /* The list says so as well while it goes. */
  if (self->list == NULL)
    return;

  gtk_widget_set_visible (self->foot, item != NULL);
  if (item == NULL)
    return;

  can_edit = koyomi_workspace_can_edit (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  gtk_label_set_label (self->advice, item->advice);
  gtk_widget_set_visible (self->accept_button, !item->is_waived);
  gtk_widget_set_visible (self->back_button, item->is_waived);
  gtk_widget_set_sensitive (self->accept_button, can_edit);
  gtk_widget_set_sensitive (self->back_button, can_edit);
}

/* The row at a place shows whatever stands there, so that the focus stays. */
static void
fill_list (KoyomiReadinessWindow *self,
           GPtrArray             *picked)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < picked->len; i++)
    {
      gboolean is_new = (row = gtk_list_box_get_row_at_index (self->list, i)) == NULL;

      if (is_new)
        row = GTK_LIST_BOX_ROW (koyomi_readiness_row_new (get_language (self)));
      /* The heading asks at once what a row shows. */
      koyomi_readiness_row_show (KOYOMI_READINESS_ROW (row), g_ptr_array_index (picked, i));
      if (is_new)
        gtk_list_box_append (self->list, GTK_WIDGET (row));
    }

  while ((row = gtk_list_box_get_row_at_index (self->list, picked->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_invalidate_headers (self->list);
}

/* What was selected stays so; where it is gone, what has taken its place. */
static void
select_wanted (KoyomiReadinessWindow *self,
               GPtrArray             *picked,
               int                    index)
{
  for (guint i = 0; i < picked->len && self->wanted != NULL; i++)
    if (koyomi_readiness_item_is_same (g_ptr_array_index (picked, i), self->wanted))
      index = i;

  if (picked->len > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, CLAMP (index, 0, (int) picked->len - 1)));
  show_foot (self);
}

static void
show (KoyomiReadinessWindow *self)
{
  GtkListBoxRow *row = self->list != NULL ? gtk_list_box_get_selected_row (self->list) : NULL;
  int index = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  g_autoptr(GPtrArray) picked = NULL;

  if (self->items == NULL || self->list == NULL)
    return;

  if (self->wanted == NULL)
    g_set_object (&self->wanted, get_selected (self));
  picked = pick (self);
  fill_list (self, picked);
  show_count (self, picked);
  show_states (self);
  show_empty (self);
  select_wanted (self, picked, index);
  g_clear_object (&self->wanted);
  gtk_stack_set_visible_child_name (self->stack, picked->len > 0 ? "list" : "empty");
}

/* The window is drawn first. */
static gboolean
load_cb (gpointer data)
{
  KoyomiReadinessWindow *self = data;
  KoyomiPlanWindow *window = data;
  g_autoptr(GError) error = NULL;
  GPtrArray *items = koyomi_readiness_items_load (koyomi_plan_window_get_session (window), koyomi_day_today (), get_language (self), &error);
  gboolean is_first = self->items == NULL;
  GtkListBoxRow *row;

  self->load_id = 0;
  if (items == NULL)
    {
      koyomi_plan_window_fail (window, tr (self, N_("The rules could not be checked")), error);
      return G_SOURCE_REMOVE;
    }

  if (self->wanted == NULL)
    g_set_object (&self->wanted, get_selected (self));
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  show (self);
  if (is_first && (row = gtk_list_box_get_selected_row (self->list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));

  return G_SOURCE_REMOVE;
}

static gboolean
koyomi_readiness_window_refresh (KoyomiPlanWindow  *window,
                                 GError           **error)
{
  KoyomiReadinessWindow *self = KOYOMI_READINESS_WINDOW (window);

  if (self->load_id == 0)
    self->load_id = g_idle_add_full (G_PRIORITY_LOW, load_cb, self, NULL);

  return TRUE;
}

/* The window makes way, and a way back is offered. */
static void
show_subject (KoyomiReadinessWindow *self,
              KoyomiReadinessItem   *item)
{
  g_autoptr(KoyomiWorkspace) workspace = g_object_ref (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  g_autoptr(KoyomiReadinessItem) held = g_object_ref (item);
  g_autoptr(GtkWidget) plan = self->plan != NULL ? g_object_ref (self->plan) : NULL;
  KoyomiTableId table;
  gint64 id = koyomi_readiness_item_get_row (item, &table);

  if (plan == NULL)
    return;

  gtk_window_close (GTK_WINDOW (self));
  if (koyomi_readiness_item_get_command (held) != NULL)
    gtk_widget_activate_action (plan, koyomi_readiness_item_get_command (held), NULL);
  else if (held->breach != NULL && held->breach->occurrence_id == 0 && held->breach->function_id + held->breach->team_id != 0)
    gtk_widget_activate_action (plan, "plan.show-cell", "(xx)", held->breach->function_id, held->breach->team_id);
  else
    gtk_widget_activate_action (plan, "plan.show-record", "(ux)", (guint) table, id);
  koyomi_workspace_offer (workspace, held->advice, koyomi_workspace_tr (workspace, N_("_Back to the List")), "plan.readiness", NULL);
}

static void
row_activated_cb (KoyomiReadinessWindow *self,
                  GtkListBoxRow         *row)
{
  show_subject (self, koyomi_readiness_row_get_item (KOYOMI_READINESS_ROW (row)));
}

static void
show_cb (KoyomiReadinessWindow *self)
{
  KoyomiReadinessItem *item = get_selected (self);

  if (item != NULL)
    show_subject (self, item);
}

static gboolean
accept (gpointer         item,
        KoyomiSession   *session,
        const char      *reason,
        const char      *decided_by,
        guint32          until_day,
        KoyomiLanguage   language,
        GError         **error)
{
  return koyomi_readiness_item_accept (item, session, reason, decided_by, until_day, language, error);
}

static void
accept_cb (KoyomiReadinessWindow *self)
{
  KoyomiReadinessItem *item = get_selected (self);

  if (item != NULL)
    koyomi_waive_dialog_present (GTK_WINDOW (self), koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)), item->sentence, accept,
                                 G_OBJECT (item));
}

static void
back_cb (KoyomiReadinessWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  KoyomiReadinessItem *item = get_selected (self);
  g_autoptr(GError) error = NULL;

  if (item != NULL && !koyomi_readiness_item_take_back (item, koyomi_plan_window_get_session (window), get_language (self), &error))
    koyomi_plan_window_fail (window, tr (self, N_("The breach is still accepted")), error);
}

static gboolean
koyomi_readiness_window_close_request (GtkWindow *window)
{
  keep_place (KOYOMI_READINESS_WINDOW (window));

  return GTK_WINDOW_CLASS (koyomi_readiness_window_parent_class)->close_request (window);
}

static void
koyomi_readiness_window_dispose (GObject *object)
{
  KoyomiReadinessWindow *self = KOYOMI_READINESS_WINDOW (object);

  g_clear_handle_id (&self->load_id, g_source_remove);
  /* The list may outlive the window for a moment. */
  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->wanted);
  g_clear_weak_pointer (&self->plan);

  G_OBJECT_CLASS (koyomi_readiness_window_parent_class)->dispose (object);
}

static void
koyomi_readiness_window_class_init (KoyomiReadinessWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_readiness_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = koyomi_readiness_window_close_request;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_readiness_window_refresh;
}

static void
koyomi_readiness_window_init (KoyomiReadinessWindow *self)
{
}

static void
fill_choices (KoyomiReadinessWindow *self)
{
  KoyomiLanguage language = get_language (self);
  g_autoptr(GtkStringList) areas = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) severities = gtk_string_list_new (NULL);

  gtk_string_list_append (areas, koyomi_tr (language, N_("All areas")));
  for (guint i = 0; i < koyomi_readiness_area_count (); i++)
    gtk_string_list_append (areas, koyomi_readiness_area_get_label (i, language));
  gtk_string_list_append (severities, koyomi_tr (language, N_("All severities")));
  for (guint i = 0; i < KOYOMI_N_RULE_SEVERITIES; i++)
    gtk_string_list_append (severities, koyomi_rule_severity_get_label (i, language));

  gtk_drop_down_set_model (self->area, G_LIST_MODEL (areas));
  gtk_drop_down_set_model (self->severity, G_LIST_MODEL (severities));
}

/* A heading where another area begins. */
static void
head_cb (GtkListBoxRow *row,
         GtkListBoxRow *before,
         gpointer       data)
{
  guint area = koyomi_readiness_row_get_item (KOYOMI_READINESS_ROW (row))->area;
  GtkWidget *label;

  if (before != NULL && koyomi_readiness_row_get_item (KOYOMI_READINESS_ROW (before))->area == area)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (koyomi_readiness_area_get_label (area, get_language (data)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "koyomi-severity");
  gtk_list_box_row_set_header (row, label);
}

static void
connect (KoyomiReadinessWindow *self)
{
  gtk_list_box_set_header_func (self->list, head_cb, self, NULL);
  koyomi_search_escape_attach (GTK_SEARCH_ENTRY (self->search));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->area, "notify::selected", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->severity, "notify::selected", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accepted_button, "toggled", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  koyomi_focus_leave_by_tab (GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (show_foot), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept_button, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back_button, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
}

/* @plan: the KoyomiPlanView, whose actions show what is gone to */
void
koyomi_readiness_window_present (GtkWindow       *parent,
                                 KoyomiWorkspace *workspace,
                                 GtkWidget       *plan)
{
  KoyomiReadinessWindow *self = g_object_new (KOYOMI_TYPE_READINESS_WINDOW, NULL);

  g_set_weak_pointer (&self->plan, plan);
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-readiness-window", children);
  self->language = koyomi_workspace_get_language (workspace);
  fill_choices (self);
  go_to_place (self, g_object_get_data (G_OBJECT (workspace), PLACE));
  connect (self);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->search));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
