# frozen_string_literal: true

# What the gem activerecord-session_store 2.0 does, as far as the cookie and the table go: the cookie holds the public id, the row its
# private id (`2::` and SHA-256, `Rack::Session::SessionId`), and `data` is the session as Base64 of Marshal. Debian has no package of it.
class ActiveRecordStore < ActionDispatch::Session::AbstractSecureStore
  class Row < ActiveRecord::Base
    self.table_name = "sessions"
  end

  # The gem's migration.
  def self.create_table
    Row.connection_pool.with_connection do |connection|
      connection.create_table(:sessions) do |table|
        table.string :session_id, null: false
        table.text :data
        table.timestamps
      end
      connection.add_index :sessions, :session_id, unique: true
      connection.add_index :sessions, :updated_at
    end
  end

  def find_session(_request, sid)
    data = sid && with_rows { Row.find_by(session_id: sid.private_id)&.data }
    data ? [sid, Marshal.load(Base64.decode64(data))] : [generate_sid, {}]
  end

  def write_session(_request, sid, session, _options)
    data = Base64.encode64(Marshal.dump(session))
    with_rows { Row.find_or_initialize_by(session_id: sid.private_id).update!(data: data) }
    sid
  end

  def delete_session(_request, sid, options)
    with_rows { Row.where(session_id: sid.private_id).delete_all }
    generate_sid unless options[:drop]
  end

  private

  def with_rows(&block) = Row.connection_pool.with_connection(&block)
end
