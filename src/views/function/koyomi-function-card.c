#include "koyomi-function-card.h"

#include "koyomi-assignment-list.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-duty-list.h"
#include "koyomi-function-sections.h"
#include "koyomi-record-edit.h"
#include "koyomi-text-saver.h"

enum
{
  TEXT_NAME,
  TEXT_TASKS,
  TEXT_SKILLS,
  TEXT_NOTE,
  N_TEXTS
};

struct _KoyomiFunctionCard
{
  KoyomiPlanWindow    parent_instance;

  AdwWindowTitle     *title;
  GtkWidget          *head;
  GtkDropDown        *group;
  GtkWidget          *teams;
  GtkWidget          *work;
  GtkWidget          *duties;
  GtkWidget          *year;
  GtkWidget          *tail;
  GtkSwitch          *retired;

  gint64              function;
  KoyomiTextSaver    *texts[N_TEXTS];         /* belong to their fields */
  GPtrArray          *groups;                 /* (element-type KoyomiRecord), as the drop-down has them */
  gboolean            is_refreshing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiFunctionCard, title),
  KOYOMI_UI_CHILD (KoyomiFunctionCard, head),
  KOYOMI_UI_CHILD (KoyomiFunctionCard, group),
  KOYOMI_UI_CHILD (KoyomiFunctionCard, teams),
  KOYOMI_UI_CHILD (KoyomiFunctionCard, work),
  KOYOMI_UI_CHILD (KoyomiFunctionCard, duties),
  KOYOMI_UI_CHILD (KoyomiFunctionCard, year),
  KOYOMI_UI_CHILD (KoyomiFunctionCard, tail),
  KOYOMI_UI_CHILD (KoyomiFunctionCard, retired),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiFunctionCard, koyomi_function_card, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiRecord *
get_record (KoyomiFunctionCard  *self,
            KoyomiTableId        table,
            gint64               id,
            GError             **error)
{
  return koyomi_session_get (koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self)), table, id,
                             koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self)), error);
}

static void
set_number (KoyomiFunctionCard *self,
            int                 field,
            gint64              value)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) function = get_record (self, KOYOMI_TABLE_FUNCTION, self->function, &error);

  if (function != NULL)
    koyomi_record_set_int (function, field, value);

  if (function == NULL ||
      !koyomi_session_save (koyomi_plan_window_get_session (window), function, koyomi_plan_window_get_language (window), &error))
    koyomi_plan_window_fail (window, koyomi_plan_window_tr (window, N_("The function was not changed")), error);
}

static void
group_selected_cb (KoyomiFunctionCard *self)
{
  guint selected = gtk_drop_down_get_selected (self->group);

  if (!self->is_refreshing && selected < self->groups->len)
    set_number (self, KOYOMI_FUNCTION_GROUP, koyomi_record_get_id (g_ptr_array_index (self->groups, selected)));
}

static void
retired_cb (KoyomiFunctionCard *self)
{
  if (!self->is_refreshing)
    set_number (self, KOYOMI_FUNCTION_RETIRED, gtk_switch_get_active (self->retired));
}

/* The groups of the catalogue that the function is from: it stays in that. */
static gboolean
show_groups (KoyomiFunctionCard  *self,
             KoyomiRecord        *function,
             GError             **error)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  gint64 id = koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP);
  g_autoptr(KoyomiRecord) group = get_record (self, KOYOMI_TABLE_GROUP, id, error);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;
  GPtrArray *groups;

  if (group == NULL ||
      (groups = koyomi_session_list (koyomi_plan_window_get_session (window), KOYOMI_TABLE_GROUP, KOYOMI_GROUP_CATALOGUE,
                                     koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE),
                                     koyomi_plan_window_get_language (window), error)) == NULL)
    return FALSE;

  for (guint i = 0; i < groups->len; i++)
    {
      gtk_string_list_append (names, koyomi_record_get_title (g_ptr_array_index (groups, i)));
      if (koyomi_record_get_id (g_ptr_array_index (groups, i)) == id)
        selected = i;
    }

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = groups;
  koyomi_drop_down_set_names (self->group, names, selected);
  adw_window_title_set_subtitle (self->title, koyomi_record_get_title (group));

  return TRUE;
}

static gboolean
show_lists (KoyomiFunctionCard  *self,
            GError             **error)
{
  GtkWidget *duties = gtk_widget_get_last_child (self->duties);

  for (; KOYOMI_IS_DUTY_LIST (duties); duties = gtk_widget_get_prev_sibling (duties))
    if (!koyomi_duty_list_show (KOYOMI_DUTY_LIST (duties), self->function, error))
      return FALSE;

  return koyomi_assignment_list_show (KOYOMI_ASSIGNMENT_LIST (gtk_widget_get_first_child (self->teams)), self->function, error) &&
         koyomi_function_sections_show (KOYOMI_FUNCTION_SECTIONS (gtk_widget_get_first_child (self->year)), self->function, error);
}

static gboolean
koyomi_function_card_refresh (KoyomiPlanWindow  *window,
                              GError           **error)
{
  KoyomiFunctionCard *self = KOYOMI_FUNCTION_CARD (window);
  g_autoptr(KoyomiRecord) function = get_record (self, KOYOMI_TABLE_FUNCTION, self->function, error);
  gboolean is_shown;

  if (function == NULL)
    return FALSE;

  self->is_refreshing = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), koyomi_record_get_title (function));
  adw_window_title_set_title (self->title, koyomi_record_get_title (function));
  for (guint i = 0; i < N_TEXTS; i++)
    koyomi_text_saver_show (self->texts[i], function);
  gtk_switch_set_active (self->retired, koyomi_record_get_int (function, KOYOMI_FUNCTION_RETIRED) != 0);
  is_shown = show_groups (self, function, error) && show_lists (self, error);
  self->is_refreshing = FALSE;

  return is_shown;
}

static void
koyomi_function_card_dispose (GObject *object)
{
  KoyomiFunctionCard *self = KOYOMI_FUNCTION_CARD (object);

  koyomi_ui_clear (self, children);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_function_card_parent_class)->dispose (object);
}

static void
koyomi_function_card_class_init (KoyomiFunctionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_function_card_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_function_card_refresh;
}

static void
koyomi_function_card_init (KoyomiFunctionCard *self)
{
}

static void
add_text (KoyomiFunctionCard *self,
          int                 text,
          GtkWidget          *field,
          int                 constant,
          GtkWidget          *box)
{
  self->texts[text] = koyomi_text_saver_attach (KOYOMI_TEXT_FIELD (field),
                                                koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)), constant);
  if (text == TEXT_NAME)
    gtk_box_prepend (GTK_BOX (box), field);
  else
    gtk_box_append (GTK_BOX (box), field);
}

/* Nobody shall write over the whole name by the first key pressed. */
static void
mapped_cb (KoyomiFunctionCard *self,
           GtkWidget          *name)
{
  gtk_editable_set_position (GTK_EDITABLE (name), -1);
}

static void
focus_name (KoyomiFunctionCard *self,
            KoyomiTextField    *field)
{
  GtkWidget *name = koyomi_text_field_get_input (field);

  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), name);
  g_signal_connect_object (self, "map", G_CALLBACK (mapped_cb), name, G_CONNECT_AFTER);
}

static void
add_texts (KoyomiFunctionCard *self)
{
  KoyomiLanguage language = koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));

  add_text (self, TEXT_NAME, koyomi_text_field_new (koyomi_tr (language, N_("_Name"))), KOYOMI_FUNCTION_NAME, self->head);
  koyomi_text_saver_set_required (self->texts[TEXT_NAME], TRUE);
  focus_name (self, KOYOMI_TEXT_FIELD (gtk_widget_get_first_child (self->head)));
  add_text (self, TEXT_TASKS, koyomi_text_field_new_multi_line (koyomi_tr (language, N_("_Tasks"))), KOYOMI_FUNCTION_TASKS,
            self->work);
  add_text (self, TEXT_SKILLS, koyomi_text_field_new_multi_line (koyomi_tr (language, N_("_Skill set"))), KOYOMI_FUNCTION_SKILLS,
            self->work);
  add_text (self, TEXT_NOTE, koyomi_text_field_new_multi_line (koyomi_tr (language, N_("N_ote"))), KOYOMI_FUNCTION_NOTE,
            self->tail);
}

static void
add_lists (KoyomiFunctionCard *self)
{
  KoyomiWorkspace *workspace = koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));

  gtk_box_append (GTK_BOX (self->teams), koyomi_assignment_list_new (workspace));
  for (KoyomiDutyKind kind = KOYOMI_DUTY_KIND_MONTHLY; kind <= KOYOMI_DUTY_KIND_AT_INCIDENT; kind++)
    gtk_box_append (GTK_BOX (self->duties), koyomi_duty_list_new (workspace, kind));
  gtk_box_append (GTK_BOX (self->year), koyomi_function_sections_new (workspace));
}

static KoyomiFunctionCard *
make_card (GtkWindow       *parent,
           KoyomiWorkspace *workspace,
           gint64           function)
{
  KoyomiFunctionCard *self = g_object_new (KOYOMI_TYPE_FUNCTION_CARD, NULL);
  gboolean can_edit = koyomi_workspace_can_edit (workspace);

  self->function = function;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-function-card", children);
  add_texts (self);
  add_lists (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->group), can_edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->retired), can_edit);
  g_signal_connect_object (self->group, "notify::selected", G_CALLBACK (group_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->retired, "notify::active", G_CALLBACK (retired_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
koyomi_function_card_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              gint64           function)
{
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (make_card (parent, workspace, function)));
}

/* As koyomi_function_card_present(), with the focus where teams are added. */
void
koyomi_function_card_present_teams (GtkWindow       *parent,
                                    KoyomiWorkspace *workspace,
                                    gint64           function)
{
  g_autoptr(KoyomiFunctionCard) self = g_object_ref (make_card (parent, workspace, function));

  /* There is nothing to add from before the card shows its function. */
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
  if (self->teams != NULL)
    gtk_widget_grab_focus (koyomi_assignment_list_get_button (KOYOMI_ASSIGNMENT_LIST (gtk_widget_get_first_child (self->teams))));
}
