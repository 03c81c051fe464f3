#include "koyomi-draft.h"

struct _KoyomiDraft
{
  GObject    parent_instance;

  GtkWidget *input;          /* not owned: a GtkEditable or a GtkTextView, which lives as long */
  char      *shown;          /* what was last shown or handed in */
  char      *refused;        /* the text that was handed in last and not taken; NULL when it was */
  gboolean   has_focus;
  gboolean   is_composing;   /* an input method has characters in its hands */
  gboolean   is_committing;
};

enum
{
  SIGNAL_COMMIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiDraft, koyomi_draft, G_TYPE_OBJECT)

static void
koyomi_draft_finalize (GObject *object)
{
  KoyomiDraft *self = KOYOMI_DRAFT (object);

  g_free (self->shown);
  g_free (self->refused);

  G_OBJECT_CLASS (koyomi_draft_parent_class)->finalize (object);
}

static void
koyomi_draft_class_init (KoyomiDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_draft_finalize;

  signals[SIGNAL_COMMIT] = g_signal_new ("commit", KOYOMI_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
}

static void
koyomi_draft_init (KoyomiDraft *self)
{
  self->shown = g_strdup ("");
}

/* The focus leaves also for the dialog that tells why a text was not taken: once is enough. */
static void
commit_unless_refused (KoyomiDraft *self)
{
  g_autofree char *text = koyomi_draft_dup_text (self);

  if (g_strcmp0 (text, self->refused) != 0)
    koyomi_draft_commit (self);
}

static void
composing_cb (KoyomiDraft *self,
              const char  *preedit)
{
  self->is_composing = *preedit != '\0';

  /* The focus left in the midst of it, and now the input method has handed over what it had. */
  if (!self->is_composing && !self->has_focus)
    commit_unless_refused (self);
}

static void
entered_cb (KoyomiDraft *self)
{
  self->has_focus = TRUE;
}

static void
left_cb (KoyomiDraft *self)
{
  self->has_focus = FALSE;
  if (!self->is_composing)
    commit_unless_refused (self);
}

static gboolean
is_dirty (KoyomiDraft *self)
{
  g_autofree char *text = koyomi_draft_dup_text (self);

  return !g_str_equal (text, self->shown);
}

/* There, Escape closes the dialog. */
static gboolean
is_in_dialog (KoyomiDraft *self)
{
  GtkRoot *root = gtk_widget_get_root (self->input);

  return GTK_IS_WINDOW (root) && gtk_window_get_modal (GTK_WINDOW (root));
}

/* An entry keeps the keys of undo to itself even when it has nothing to undo. They are the plan's then.
 * Returns: (nullable): the action that the key is for */
static const char *
find_history_action (guint           key,
                     GdkModifierType state)
{
  guint lower = gdk_keyval_to_lower (key);

  if (!(state & GDK_CONTROL_MASK))
    return NULL;

  if (lower == GDK_KEY_z)
    return state & GDK_SHIFT_MASK ? "plan.redo" : "plan.undo";

  return lower == GDK_KEY_y ? "plan.redo" : NULL;
}

static gboolean
key_pressed_cb (KoyomiDraft     *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
  const char *action = find_history_action (key, state);

  if (self->is_composing)
    return GDK_EVENT_PROPAGATE;

  if (action != NULL && !is_dirty (self))
    return gtk_widget_activate_action (self->input, action, NULL);

  if (is_enter && (state & GDK_CONTROL_MASK) && GTK_IS_TEXT_VIEW (self->input))
    {
      koyomi_draft_commit (self);
      return GDK_EVENT_STOP;
    }

  if (key == GDK_KEY_Escape && is_dirty (self) && !is_in_dialog (self))
    {
      koyomi_draft_replace (self, self->shown);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
activated_cb (KoyomiDraft *self)
{
  koyomi_draft_commit (self);
}

/* @input: an entry or a text view, which is to keep the draft */
KoyomiDraft *
koyomi_draft_new (GtkWidget *input)
{
  KoyomiDraft *self = g_object_new (KOYOMI_TYPE_DRAFT, NULL);
  GtkWidget *text = GTK_IS_EDITABLE (input) ? GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (input))) : input;
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->input = input;
  if (GTK_IS_EDITABLE (input))
    g_signal_connect_object (text, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "preedit-changed", G_CALLBACK (composing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (text, focus);
  gtk_widget_add_controller (input, keys);

  return self;
}

/* Returns: (transfer full): what stands in the entry */
char *
koyomi_draft_dup_text (KoyomiDraft *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (KOYOMI_IS_DRAFT (self), NULL);

  if (GTK_IS_EDITABLE (self->input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (KoyomiDraft *self,
          const char  *text)
{
  if (GTK_IS_EDITABLE (self->input))
    gtk_editable_set_text (GTK_EDITABLE (self->input), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), text, -1);
}

/* The entry's own undo goes back to what is shown and no farther: not to another row's text, and what was handed in is the plan's
 * to undo. */
static void
forget_history (KoyomiDraft *self)
{
  for (int i = 0; i < 2; i++)
    if (GTK_IS_EDITABLE (self->input))
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->input), i == 1);
    else
      gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), i == 1);
}

/* Shows what the plan has now, unless the person has typed something else. */
void
koyomi_draft_show (KoyomiDraft *self,
                   const char  *text)
{
  g_return_if_fail (KOYOMI_IS_DRAFT (self));

  if (!self->is_composing && !is_dirty (self))
    koyomi_draft_replace (self, text);
}

/* Shows @text whatever was typed. */
void
koyomi_draft_replace (KoyomiDraft *self,
                      const char  *text)
{
  g_autofree char *present = NULL;
  g_autofree char *copy = g_strdup (text);

  g_return_if_fail (KOYOMI_IS_DRAFT (self));

  present = koyomi_draft_dup_text (self);
  g_free (self->shown);
  self->shown = g_steal_pointer (&copy);
  g_clear_pointer (&self->refused, g_free);

  if (!g_str_equal (present, self->shown))
    set_text (self, self->shown);
  forget_history (self);
}

/* Hands in what was typed, if anything was.
 * Returns: FALSE when it was not taken and is still a draft */
gboolean
koyomi_draft_commit (KoyomiDraft *self)
{
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  gboolean is_taken = FALSE;

  g_return_val_if_fail (KOYOMI_IS_DRAFT (self), FALSE);

  if (self->is_committing || !is_dirty (self))
    return TRUE;

  /* Whoever takes it may show something else instead, and that stays. */
  text = koyomi_draft_dup_text (self);
  before = g_steal_pointer (&self->shown);
  self->shown = g_strdup (text);
  g_clear_pointer (&self->refused, g_free);
  self->is_committing = TRUE;
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0, text, &is_taken);
  self->is_committing = FALSE;

  if (is_taken)
    forget_history (self);
  else
    {
      g_free (self->shown);
      self->shown = g_steal_pointer (&before);
      self->refused = g_steal_pointer (&text);
    }

  return is_taken;
}
