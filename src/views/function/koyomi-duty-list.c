#include "koyomi-duty-list.h"

#include "koyomi-record-edit.h"
#include "koyomi-row-order.h"
#include "koyomi-text-saver.h"
#include "koyomi-text.h"

/* The row at a place shows whatever duty stands there: rows are not moved, what they show is. */
typedef struct
{
  KoyomiDutyList  *list;
  gint64           duty;
  GtkWidget       *row;
  KoyomiTextField *field;
  KoyomiTextSaver *saver;
  GtkWidget       *up;
  GtkWidget       *down;
} Line;

struct _KoyomiDutyList
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  KoyomiDutyKind   kind;
  gint64           function;
  GtkWidget       *box;         /* the list box */
  GPtrArray       *lines;       /* (element-type Line) */
  KoyomiTextField *new_field;   /* the last row, for one more */
};

G_DEFINE_FINAL_TYPE (KoyomiDutyList, koyomi_duty_list, GTK_TYPE_WIDGET)

static void
koyomi_duty_list_dispose (GObject *object)
{
  KoyomiDutyList *self = KOYOMI_DUTY_LIST (object);
  GtkWidget *child;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (koyomi_duty_list_parent_class)->dispose (object);
}

static void
koyomi_duty_list_class_init (KoyomiDutyListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_duty_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
koyomi_duty_list_init (KoyomiDutyList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

static void
fail (KoyomiDutyList *self,
      const char     *title,
      const GError   *error)
{
  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, title), error);
}

static Line *
get_line (KoyomiDutyList *self,
          guint           index)
{
  return g_ptr_array_index (self->lines, index);
}

/* Moves the duty by @step places, and the focus with it. */
static void
move (Line *line,
      int   step)
{
  KoyomiDutyList *self = line->list;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  guint index, target;

  g_ptr_array_find (self->lines, line, &index);
  target = index + step;
  if (target >= self->lines->len || !koyomi_workspace_can_edit (self->workspace) || !koyomi_text_field_commit (line->field))
    return;

  for (guint i = 0; i < self->lines->len; i++)
    g_array_append_val (ids, get_line (self, i)->duty);
  g_array_index (ids, gint64, index) = get_line (self, target)->duty;
  g_array_index (ids, gint64, target) = line->duty;

  title = koyomi_text_field_dup_text (line->field);
  /* Translators: %s is a duty or a committee */
  label = g_strdup_printf (koyomi_workspace_tr (self->workspace, N_("Move “%s” in its list")), title);
  if (!koyomi_session_reorder (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_DUTY, (gint64 *) ids->data, ids->len,
                               label, &error))
    fail (self, N_("The duty was not moved"), error);
  else
    gtk_widget_grab_focus (koyomi_text_field_get_input (get_line (self, target)->field));
}

static void
up_cb (Line *line)
{
  move (line, -1);
}

static void
down_cb (Line *line)
{
  move (line, 1);
}

static void
remove_cb (Line *line)
{
  KoyomiDutyList *self = line->list;
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_remove (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_DUTY, line->duty,
                              koyomi_workspace_get_language (self->workspace), &error))
    fail (self, N_("The duty was not removed"), error);
  else
    gtk_widget_grab_focus (koyomi_text_field_get_input (self->new_field));
}

static gboolean
key_pressed_cb (Line            *line,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;

  move (line, key == GDK_KEY_Up ? -1 : 1);

  return GDK_EVENT_STOP;
}

static GtkWidget *
make_button (Line       *line,
             const char *icon,
             const char *text,
             void      (*clicked) (Line *))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  const char *label = koyomi_workspace_tr (line->list->workspace, text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (button, koyomi_workspace_can_edit (line->list->workspace));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), line);

  return button;
}

/* The field is what has the focus in a row, not the row. */
static GtkWidget *
make_row (GtkWidget *field)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "koyomi-line");
  gtk_widget_set_hexpand (field, TRUE);
  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), field);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static GtkWidget *
make_field (KoyomiDutyList *self)
{
  const KoyomiField *kind = &koyomi_dictionary_get_table (KOYOMI_TABLE_DUTY)->fields[KOYOMI_FIELD_INDEX (KOYOMI_DUTY_KIND)];
  GtkWidget *field = koyomi_text_field_new (koyomi_field_get_word_label (kind, self->kind,
                                                                         koyomi_workspace_get_language (self->workspace)));
  GtkWidget *input = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (field));

  koyomi_text_field_hide_caption (KOYOMI_TEXT_FIELD (field));
  gtk_entry_set_has_frame (GTK_ENTRY (input), FALSE);

  return field;
}

static void
add_line (KoyomiDutyList *self)
{
  Line *line = g_new0 (Line, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *box;

  line->list = self;
  line->field = KOYOMI_TEXT_FIELD (make_field (self));
  line->saver = koyomi_text_saver_attach (line->field, self->workspace, KOYOMI_DUTY_TITLE);
  koyomi_text_saver_set_required (line->saver, TRUE);
  line->row = make_row (GTK_WIDGET (line->field));
  line->up = make_button (line, "go-up-symbolic", N_("Move up (Alt+Up)"), up_cb);
  line->down = make_button (line, "go-down-symbolic", N_("Move down (Alt+Down)"), down_cb);

  box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (line->row));
  gtk_box_append (GTK_BOX (box), line->up);
  gtk_box_append (GTK_BOX (box), line->down);
  gtk_box_append (GTK_BOX (box), make_button (line, "user-trash-symbolic", N_("Remove this duty"), remove_cb));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), line);
  gtk_widget_add_controller (line->row, keys);

  gtk_list_box_insert (GTK_LIST_BOX (self->box), line->row, self->lines->len);
  g_ptr_array_add (self->lines, line);
}

static void
drop_last_line (KoyomiDutyList *self)
{
  gtk_list_box_remove (GTK_LIST_BOX (self->box), get_line (self, self->lines->len - 1)->row);
  g_ptr_array_set_size (self->lines, self->lines->len - 1);
}

/* Adds what was typed into the last row. */
static gboolean
commit_new_cb (KoyomiDutyList *self,
               const char     *text)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  g_autoptr(KoyomiRecord) duty = koyomi_record_new (KOYOMI_TABLE_DUTY);
  g_autoptr(GError) error = NULL;
  int position;

  if (koyomi_text_is_blank (text))
    {
      koyomi_text_field_replace (self->new_field, "");
      return TRUE;
    }

  position = koyomi_session_find_last_position (session, KOYOMI_TABLE_DUTY, KOYOMI_DUTY_FUNCTION, self->function, &error);
  koyomi_record_set_int (duty, KOYOMI_DUTY_FUNCTION, self->function);
  koyomi_record_set_int (duty, KOYOMI_DUTY_KIND, self->kind);
  koyomi_record_set_text (duty, KOYOMI_DUTY_TITLE, text);
  koyomi_record_set_int (duty, KOYOMI_DUTY_POSITION, position + 1);

  if (position < 0 || koyomi_session_add (session, duty, koyomi_workspace_get_language (self->workspace), &error) == 0)
    {
      fail (self, N_("The duty was not added"), error);
      return FALSE;
    }

  koyomi_text_field_replace (self->new_field, "");

  return TRUE;
}

static void
flush_cb (KoyomiDutyList *self)
{
  koyomi_text_field_commit (self->new_field);
}

static void
add_new_row (KoyomiDutyList *self)
{
  static const char * const placeholders[] = {
    [KOYOMI_DUTY_KIND_MONTHLY] = N_("Add a monthly duty"),
    [KOYOMI_DUTY_KIND_ROUTINE] = N_("Add a routine duty"),
    [KOYOMI_DUTY_KIND_AT_INCIDENT] = N_("Add a duty at an incident"),
  };

  const char *text = koyomi_workspace_tr (self->workspace, placeholders[self->kind]);
  GtkWidget *field = make_field (self);
  GtkWidget *row = make_row (field);

  self->new_field = KOYOMI_TEXT_FIELD (field);
  koyomi_text_field_set_placeholder (self->new_field, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (koyomi_text_field_get_input (self->new_field)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (field, "commit", G_CALLBACK (commit_new_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (row, koyomi_workspace_can_edit (self->workspace));
  gtk_list_box_append (GTK_LIST_BOX (self->box), row);
}

GtkWidget *
koyomi_duty_list_new (KoyomiWorkspace *workspace,
                      KoyomiDutyKind   kind)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_DUTY)->fields[KOYOMI_FIELD_INDEX (KOYOMI_DUTY_KIND)];
  const char *name = koyomi_field_get_word_label (field, kind, koyomi_workspace_get_language (workspace));
  KoyomiDutyList *self = g_object_new (KOYOMI_TYPE_DUTY_LIST, NULL);
  GtkWidget *label = gtk_label_new (name);

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_new_row (self);

  return GTK_WIDGET (self);
}

static void
show_lines (KoyomiDutyList *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      gtk_widget_set_sensitive (get_line (self, i)->up, i > 0);
      gtk_widget_set_sensitive (get_line (self, i)->down, i + 1 < self->lines->len);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), self->lines->len > 0 || koyomi_workspace_can_edit (self->workspace));
}

/* Shows the function's duties as they stand. */
gboolean
koyomi_duty_list_show (KoyomiDutyList  *self,
                       gint64           function,
                       GError         **error)
{
  g_autoptr(GPtrArray) duties = koyomi_session_list (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_DUTY,
                                                     KOYOMI_DUTY_FUNCTION, function,
                                                     koyomi_workspace_get_language (self->workspace), error);
  guint n_lines = 0;

  if (duties == NULL)
    return FALSE;

  self->function = function;
  for (guint i = 0; i < duties->len; i++)
    {
      KoyomiRecord *duty = g_ptr_array_index (duties, i);

      if (koyomi_record_get_int (duty, KOYOMI_DUTY_KIND) != self->kind)
        continue;

      if (n_lines == self->lines->len)
        add_line (self);
      get_line (self, n_lines)->duty = koyomi_record_get_id (duty);
      koyomi_text_saver_show (get_line (self, n_lines)->saver, duty);
      n_lines++;
    }

  while (self->lines->len > n_lines)
    drop_last_line (self);
  show_lines (self);

  return TRUE;
}
